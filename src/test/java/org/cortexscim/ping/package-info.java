/** PingFederate's requests, replayed. */
@NullMarked
package org.cortexscim.ping;

import org.jspecify.annotations.NullMarked;
