/**
 * The start of the server, as its operator sees it: one line when it is ready, one line and the end of the process when
 * it cannot start. Begin with {@link org.cortexscim.startup.StartupExtension}.
 */
@NullMarked
package org.cortexscim.startup;

import org.jspecify.annotations.NullMarked;
