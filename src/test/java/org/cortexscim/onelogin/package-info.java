/** OneLogin's requests, replayed. */
@NullMarked
package org.cortexscim.onelogin;

import org.jspecify.annotations.NullMarked;
