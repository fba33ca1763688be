/**
 * SCIM over HTTP, {@code /scim/v2}: resources of one line an operation, documents in and out, errors.
 * No rule is here; what a request asks for, the rooms below do. Begin with {@link org.cortexscim.web.scim.UsersResource}.
 */
@NullMarked
package org.cortexscim.web.scim;

import org.jspecify.annotations.NullMarked;
