/**
 * Metrics and health checks for the operator of the server.
 * It reads what the other rooms tell; nothing depends on it.
 */
@NullMarked
package org.cortexscim.observability;

import org.jspecify.annotations.NullMarked;
