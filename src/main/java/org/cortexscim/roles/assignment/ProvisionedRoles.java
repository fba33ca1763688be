package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.settings.WorkspaceSettings;

/** The roles that come to users from the identity provider; none while role provisioning is off. */
@ApplicationScoped
public class ProvisionedRoles {
    @Inject
    private HolderQuery holders;

    @Inject
    private WorkspaceSettings settings;

    /** The roles that values in {@code roles} mean, by a mapping or as a role's id. */
    public Set<RoleRef> meantBy(Collection<String> values) {
        return isOff()
                ? Set.of()
                : Set.copyOf(holders.meant(values.stream().map(RoleValues::key).collect(Collectors.toSet()))
                        .values());
    }

    /** The roles that the members of a group have from it, and from the groups above it. */
    public Set<RoleRef> givenBy(String groupId) {
        return isOff() ? Set.of() : holders.givenBy(groupId);
    }

    private boolean isOff() {
        return !settings.current().roleProvisioning();
    }
}
