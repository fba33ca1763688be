/** Google Workspace's requests, replayed. */
@NullMarked
package org.cortexscim.google;

import org.jspecify.annotations.NullMarked;
