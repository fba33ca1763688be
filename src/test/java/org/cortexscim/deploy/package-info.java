/** Rules for what is shipped beside the code: the image, its start script, and the files in deploy/. */
@NullMarked
package org.cortexscim.deploy;

import org.jspecify.annotations.NullMarked;
