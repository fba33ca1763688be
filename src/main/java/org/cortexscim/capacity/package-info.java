/**
 * How much the service does at once, and for how long: requests, bodies that are still arriving, bytes, seconds. What is
 * over a bound is refused as not applied, so that the others are served. How many requests a caller may send in a minute
 * is decided in {@code access.limits}. Begin with {@link org.cortexscim.capacity.Work}.
 */
@NullMarked
package org.cortexscim.capacity;

import org.jspecify.annotations.NullMarked;
