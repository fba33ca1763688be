package org.cortexscim.directory;

import java.util.Set;
import org.cortexscim.roles.RoleRef;

/**
 * The account of a user: whether the user may use the workspace, and with which roles.
 *
 * @param id the user's id
 * @param roles the roles that the workspace gives; a deactivated user has none
 */
public record Account(String id, boolean active, Set<RoleRef> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
