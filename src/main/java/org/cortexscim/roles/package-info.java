/**
 * Permissions, the built-in and custom roles that bundle them, and the roles as an identity provider looks them up.
 * The room {@code assignment} tells who holds which role. Begin with {@link org.cortexscim.roles.Roles}.
 */
@NullMarked
package org.cortexscim.roles;

import org.jspecify.annotations.NullMarked;
