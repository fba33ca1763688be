package org.cortexscim.directory;

import java.util.Set;
import org.cortexscim.roles.RoleRef;

/**
 * Whether somebody may use the workspace, and as what.
 *
 * @param id the user's id
 * @param roles the roles that the workspace gives; a deactivated user has none
 */
public record Account(String id, boolean active, Set<RoleRef> roles) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
