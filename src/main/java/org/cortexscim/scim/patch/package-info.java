/** PATCH (RFC 7644 §3.5.2), with the forms that identity providers really send. */
@NullMarked
package org.cortexscim.scim.patch;

import org.jspecify.annotations.NullMarked;
