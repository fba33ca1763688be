/**
 * How provisioning is going: one sentence of health, what fails and why, and the figures of the last days. It reads what
 * {@code access} and {@code audit} keep, and keeps nothing itself. Begin with {@code ProvisioningOverview}.
 */
@NullMarked
package org.cortexscim.overview;

import org.jspecify.annotations.NullMarked;
