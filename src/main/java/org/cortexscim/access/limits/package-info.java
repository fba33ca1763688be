/** How much one caller, or one address, may ask of the service. */
@NullMarked
package org.cortexscim.access.limits;

import org.jspecify.annotations.NullMarked;
