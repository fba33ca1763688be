/** SCIM itself (RFC 7643, RFC 7644) in plain Java: the resource tree, its messages, errors and projections. */
@NullMarked
package org.cortexscim.scim;

import org.jspecify.annotations.NullMarked;
