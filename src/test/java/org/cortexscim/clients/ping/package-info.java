/** PingFederate's requests, replayed. */
@NullMarked
package org.cortexscim.clients.ping;

import org.jspecify.annotations.NullMarked;
