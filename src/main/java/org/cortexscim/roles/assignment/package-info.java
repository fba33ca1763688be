/**
 * Role assignments and their sources: given by an admin, by a value of the identity provider, by group, by default.
 * Begin with {@link org.cortexscim.roles.assignment.RoleHolders}.
 */
@NullMarked
package org.cortexscim.roles.assignment;

import org.jspecify.annotations.NullMarked;
