/** From which addresses the workspace may be reached. */
@NullMarked
package org.cortexscim.access.allowlist;

import org.jspecify.annotations.NullMarked;
