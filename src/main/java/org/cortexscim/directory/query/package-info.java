/** Filters compiled to SQL, for any kind of resource. */
@NullMarked
package org.cortexscim.directory.query;

import org.jspecify.annotations.NullMarked;
