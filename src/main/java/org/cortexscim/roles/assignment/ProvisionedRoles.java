package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.jspecify.annotations.Nullable;

/** The roles that come to users from the identity provider; none while role provisioning is off. */
@ApplicationScoped
public class ProvisionedRoles {
    @Inject
    private HolderQuery holders;

    @Inject
    private WorkspaceSettings settings;

    /** The roles that the values mean which a change has added to a user's {@code roles}. */
    public Set<RoleRef> added(Difference roles) {
        Set<String> keys = RoleValues.added(document(roles.before()), document(roles.after()))
                .keySet();
        return keys.isEmpty() || isOff()
                ? Set.of()
                : Set.copyOf(holders.meant(keys).values());
    }

    private static ScimObject document(@Nullable Object roles) {
        return new ScimObject().with("roles", roles);
    }

    /** The roles that the members of a group have from it, and from the groups above it. */
    public Set<RoleRef> givenBy(String groupId) {
        return isOff() ? Set.of() : holders.givenBy(groupId);
    }

    private boolean isOff() {
        return !settings.current().roleProvisioning();
    }
}
