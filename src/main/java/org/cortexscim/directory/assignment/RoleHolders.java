package org.cortexscim.directory.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;

/** The roles that users hold, while role provisioning is on; without it nobody holds any. */
@ApplicationScoped
public class RoleHolders {
    @Inject
    private HolderQuery holders;

    @Inject
    private WorkspaceSettings settings;

    /** The roles of some users, by the user's id; who has none is not in it. Deactivated users count as active ones. */
    public Map<String, Set<RoleRef>> roles(Collection<String> userIds) {
        return settings.current().roleProvisioning() ? holders.roles(userIds) : Map.of();
    }

    /**
     * Refuses a value that is given to a user now and stands for no role. One that the user had before is no reason to
     * refuse other changes: it may be older than the setting, or its mapping may be gone since.
     *
     * @throws ScimException invalidValue naming the value
     */
    public void requireKnown(ScimObject before, ScimObject after) {
        Map<String, String> added = RoleValues.added(before, after);
        if (added.isEmpty() || !settings.current().roleProvisioning()) {
            return;
        }
        added.keySet().removeAll(holders.known(added.keySet()));
        added.values().stream().findFirst().ifPresent(value -> {
            throw ScimException.invalidValue(("'%s' in 'roles' is no role of this workspace. Send the id of a role that"
                            + " /Roles lists, or let an admin map the value with POST /api/v1/scim/role-mappings.")
                    .formatted(value));
        });
    }
}
