/** Who in the directory holds which role: by the values of the identity provider, and by group. */
@NullMarked
package org.cortexscim.directory.assignment;

import org.jspecify.annotations.NullMarked;
