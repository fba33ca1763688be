/**
 * SCIM itself (RFC 7643, 7644, 9865): resource trees, schemas, filters, PATCH, messages and errors. Plain Java.
 * It is independent of HTTP, JSON text and the database. Begin with {@link org.cortexscim.scim.ScimObject}.
 */
@NullMarked
package org.cortexscim.scim;

import org.jspecify.annotations.NullMarked;
