/** Permissions, and the built-in and custom roles that bundle them. */
@NullMarked
package org.cortexscim.roles;

import org.jspecify.annotations.NullMarked;
