package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;

/** Why users hold a role: an admin has given it, or a value or a group of the identity provider stands for it. */
@ApplicationScoped
@InTransaction(readOnly = true)
public class RoleSources {
    @Inject
    private HolderQuery holders;

    @Inject
    private RoleGrantStore grants;

    @Inject
    private WorkspaceSettings settings;

    /**
     * The values and groups that give the role, the role's own id as a value first; none while role provisioning is off.
     *
     * @param most how many mappings at most
     */
    public List<GrantSource> of(RoleRef role, int most) {
        if (!settings.current().roleProvisioning()) {
            return List.of();
        }
        GrantSource id = GrantSource.value(role.tag().orElse(role.name()));
        Stream<GrantSource> mapped = grants.ofRole(role, most).stream().map(RoleGrant::source);
        return Stream.concat(means(id, role) ? Stream.of(id) : Stream.of(), mapped)
                .distinct()
                .toList();
    }

    /** The ids of some users to whom an admin has given the role, active or not, in their order. */
    public List<String> given(RoleRef role, int offset, int count) {
        return holders.given(role, offset, count);
    }

    /**
     * The ids of some users who have the role because of a value, active or not, in their order.
     *
     * @throws ScimException 404 when the value does not stand for the role
     */
    public List<String> byValue(RoleRef role, String value, int offset, int count) {
        GrantSource source = GrantSource.value(value);
        if (!settings.current().roleProvisioning() || !means(source, role)) {
            throw ScimException.notFound("The value '%s' does not give this role.".formatted(value));
        }
        return holders.withValue(source.key(), offset, count);
    }

    private boolean means(GrantSource value, RoleRef role) {
        Map<String, RoleRef> meant = holders.meant(List.of(value.key()));
        return role.equals(meant.get(value.key()));
    }
}
