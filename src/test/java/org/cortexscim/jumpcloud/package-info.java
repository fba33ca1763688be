/** JumpCloud's requests, replayed. */
@NullMarked
package org.cortexscim.jumpcloud;

import org.jspecify.annotations.NullMarked;
