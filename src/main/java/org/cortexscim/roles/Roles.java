package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** Which roles there are, and what each allows. */
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

    /** The role whose id that is in any case: a built-in role's name, or a custom role's tag. */
    @InTransaction
    public Optional<RoleRef> find(String id) {
        return BuiltInRole.named(id)
                .map(RoleRef::builtIn)
                .or(() -> store.tag(id).map(RoleRef::custom));
    }

    /** The names of the custom roles among these, by their tags; one that is gone has none. */
    @InTransaction
    public Map<String, String> customNames(Collection<RoleRef> roles) {
        return store.names(roles.stream().flatMap(role -> role.tag().stream()).toList());
    }

    /**
     * Makes a custom role.
     *
     * @throws ScimException invalidValue for a tag that no role can have, 409 uniqueness for one that a role has
     */
    @InTransaction
    public RoleRef addCustom(String tag, String name, Set<Permission> permissions) {
        RoleRef role = RoleRef.custom(tag);
        store.add(new CustomRoleEntity(tag, name, permissions));
        return role;
    }
}
