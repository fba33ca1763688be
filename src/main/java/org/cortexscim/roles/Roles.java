package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.cortexscim.storage.InTransaction;

/** What each role allows. */
@ApplicationScoped
public class Roles {
    @Inject
    private RoleStore store;

    /** Everything that at least one of the roles allows; a custom role that is gone allows nothing. */
    public Set<Permission> permissionsOf(Collection<RoleRef> roles) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (RoleRef role : roles) {
            role.builtIn().ifPresent(builtIn -> permissions.addAll(builtIn.permissions()));
            role.tag().flatMap(store::permissions).ifPresent(permissions::addAll);
        }
        return permissions;
    }

    /** Makes a custom role. */
    @InTransaction
    public RoleRef addCustom(String tag, String name, Set<Permission> permissions) {
        RoleRef role = RoleRef.custom(tag);
        store.add(new CustomRoleEntity(tag, name, permissions));
        return role;
    }
}
