/** Who in the directory holds which role: by an admin, by the values of the identity provider, by group, by default. */
@NullMarked
package org.cortexscim.directory.assignment;

import org.jspecify.annotations.NullMarked;
