/** Pages of resources: filtered, sorted, walked by index or by cursor. */
@NullMarked
package org.cortexscim.directory.search;

import org.jspecify.annotations.NullMarked;
