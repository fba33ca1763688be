/**
 * What identity providers send beside the RFC, one class for each quirk, rewritten into what the RFC has before the
 * room {@code scim} reads it. What depends on the stored resource, the names of attributes and the grammar of filters
 * are not here but in {@link org.cortexscim.scim.Conformance}. Begin with {@link org.cortexscim.scim.dialect.Dialect}.
 */
@NullMarked
package org.cortexscim.scim.dialect;

import org.jspecify.annotations.NullMarked;
