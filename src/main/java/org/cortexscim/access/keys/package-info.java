/** API keys: made, renamed, rotated and deleted, recognized in requests, and warned of before they end. */
@NullMarked
package org.cortexscim.access.keys;

import org.jspecify.annotations.NullMarked;
