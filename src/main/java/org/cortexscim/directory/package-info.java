/** The workspace's users: stored, searched and changed. */
@NullMarked
package org.cortexscim.directory;

import org.jspecify.annotations.NullMarked;
