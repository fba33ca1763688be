package org.cortexscim.roles.assignment;

import java.util.Set;
import java.util.TreeSet;
import org.cortexscim.roles.RoleRef;

/**
 * An admin has given other roles to a user, or the user was deleted with the roles. Fired inside the transaction of the
 * change.
 */
public record UserRolesChanged(String userId, String userName, Set<RoleRef> before, Set<RoleRef> after) {
    public UserRolesChanged {
        before = new TreeSet<>(before);
        after = new TreeSet<>(after);
    }
}
