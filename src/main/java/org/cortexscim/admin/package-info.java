/** The administration API, /api/v1, in the shapes of the Cortex REST API. */
@NullMarked
package org.cortexscim.admin;

import org.jspecify.annotations.NullMarked;
