/** Request ids, health and metrics. */
@NullMarked
package org.cortexscim.observability;

import org.jspecify.annotations.NullMarked;
