/** The origin of a request: IP addresses and ranges, trusted proxies, and what they report about the caller. */
@NullMarked
package org.cortexscim.access.address;

import org.jspecify.annotations.NullMarked;
