/** The filter language of RFC 7644 §3.4.2.2: text to tree, and evaluation over one element. */
@NullMarked
package org.cortexscim.scim.filter;

import org.jspecify.annotations.NullMarked;
