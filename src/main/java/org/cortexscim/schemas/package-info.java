/** The extensions of the user's schema that an admin has added. */
@NullMarked
package org.cortexscim.schemas;

import org.jspecify.annotations.NullMarked;
