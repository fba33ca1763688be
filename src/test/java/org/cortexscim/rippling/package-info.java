/** Rippling's requests, replayed. */
@NullMarked
package org.cortexscim.rippling;

import org.jspecify.annotations.NullMarked;
