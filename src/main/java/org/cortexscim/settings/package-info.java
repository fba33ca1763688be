/** Settings that an admin can change at run time. */
@NullMarked
package org.cortexscim.settings;

import org.jspecify.annotations.NullMarked;
