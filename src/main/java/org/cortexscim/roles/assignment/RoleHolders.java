package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;

/**
 * The roles that users hold: those that an admin has given, with role provisioning those of the identity provider and of
 * groups too, and the default role for users without another.
 */
@ApplicationScoped
public class RoleHolders {
    @Inject
    private HolderQuery holders;

    @Inject
    private DefaultRole defaultRole;

    @Inject
    private WorkspaceSettings settings;

    /** The roles of some users, at least one for each, by the user's id. Deactivated users count as active ones. */
    public Map<String, Set<RoleRef>> roles(Collection<String> userIds) {
        Map<String, Set<RoleRef>> found =
                holders.roles(userIds, settings.current().roleProvisioning());
        Set<RoleRef> otherwise = Set.of(defaultRole.current());
        return userIds.stream().distinct().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, otherwise)));
    }

    /**
     * Refuses a new value that does not mean a role. A value that the user had before is not a reason to
     * refuse other changes: it may be older than the setting, or its mapping may be gone since.
     *
     * @throws ScimException invalidValue naming the value
     */
    public void requireKnown(ScimObject before, ScimObject after) {
        Map<String, String> added = RoleValues.added(before, after);
        if (added.isEmpty() || !settings.current().roleProvisioning()) {
            return;
        }
        added.keySet().removeAll(holders.meant(added.keySet()).keySet());
        added.values().stream().findFirst().ifPresent(value -> {
            throw ScimException.invalidValue(
                    ("'%s' in 'roles' is not a role of this workspace. Send the id of a role that"
                                    + " /Roles lists, or have an admin map the value with POST /api/v1/scim/role-mappings.")
                            .formatted(value));
        });
    }
}
