/** Google Workspace's requests, replayed. */
@NullMarked
package org.cortexscim.clients.google;

import org.jspecify.annotations.NullMarked;
