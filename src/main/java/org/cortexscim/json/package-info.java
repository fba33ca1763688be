/** JSON text to resource tree and back, bounded against hostile input. */
@NullMarked
package org.cortexscim.json;

import org.jspecify.annotations.NullMarked;
