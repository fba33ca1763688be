/** Where a request comes from: IP addresses and ranges, trusted proxies and what they tell about the caller. */
@NullMarked
package org.cortexscim.access.address;

import org.jspecify.annotations.NullMarked;
