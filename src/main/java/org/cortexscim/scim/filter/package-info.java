/** The filter language of RFC 7644 §3.4.2.2: text to tree, tree to text, and evaluation over one resource. */
@NullMarked
package org.cortexscim.scim.filter;

import org.jspecify.annotations.NullMarked;
