package org.cortexscim.roles;

import java.util.List;

/**
 * A page of roles.
 *
 * @param total how many roles there are in all
 */
public record RolePage(List<RoleDefinition> roles, long total) {
    public RolePage {
        roles = List.copyOf(roles);
    }
}
