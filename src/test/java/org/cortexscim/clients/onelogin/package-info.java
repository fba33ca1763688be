/** OneLogin's requests, replayed. */
@NullMarked
package org.cortexscim.clients.onelogin;

import org.jspecify.annotations.NullMarked;
