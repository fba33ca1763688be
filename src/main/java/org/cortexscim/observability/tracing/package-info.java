/**
 * Distributed traces, for servers that load the feature for them (deploy/liberty/telemetry.xml).
 * Without it the classes of OpenTelemetry are missing; what is loaded then names them in no field and no signature.
 */
@NullMarked
package org.cortexscim.observability.tracing;

import org.jspecify.annotations.NullMarked;
