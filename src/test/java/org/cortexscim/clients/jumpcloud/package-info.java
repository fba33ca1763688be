/** JumpCloud's requests, replayed. */
@NullMarked
package org.cortexscim.clients.jumpcloud;

import org.jspecify.annotations.NullMarked;
