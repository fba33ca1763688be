/** Rippling's requests, replayed. */
@NullMarked
package org.cortexscim.clients.rippling;

import org.jspecify.annotations.NullMarked;
