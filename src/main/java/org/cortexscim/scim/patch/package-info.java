/** PATCH (RFC 7644 §3.5.2). What identity providers send beside the RFC is rewritten by {@code scim.dialect} before. */
@NullMarked
package org.cortexscim.scim.patch;

import org.jspecify.annotations.NullMarked;
