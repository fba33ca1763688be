/** The database underneath: migrations, its dialect, lost races. */
@NullMarked
package org.cortexscim.storage;

import org.jspecify.annotations.NullMarked;
