/**
 * Bulk requests (RFC 7644 §3.7): many operations in one, with references between them.
 * Begin with {@code BulkJob}.
 */
@NullMarked
package org.cortexscim.web.scim.bulk;

import org.jspecify.annotations.NullMarked;
