package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** The roles of the workspace, and what each allows. */
@ApplicationScoped
public class Roles {
    @Inject
    private RoleStore store;

    @Inject
    private RoleQuery query;

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
    @InTransaction(readOnly = true)
    public Optional<RoleRef> find(String id) {
        return BuiltInRole.named(id)
                .map(RoleRef::builtIn)
                .or(() -> store.tag(id).map(RoleRef::custom));
    }

    /** The names of the custom roles among these, by their tags; one that is gone has none. */
    @InTransaction(readOnly = true)
    public Map<String, String> customNames(Collection<RoleRef> roles) {
        return store.names(roles.stream().flatMap(role -> role.tag().stream()).toList());
    }

    /**
     * Makes sure that the caller may grant or remove these roles.
     *
     * @throws ScimException 403 naming the permissions that the caller lacks
     */
    @InTransaction(readOnly = true)
    public void requireWithin(Authority authority, Collection<RoleRef> roles) {
        authority.requireAll(permissionsOf(roles));
    }

    /** Tells whether the caller may grant or remove these roles. */
    @InTransaction(readOnly = true)
    public boolean isWithin(Authority authority, Collection<RoleRef> roles) {
        return authority.hasAll(permissionsOf(roles));
    }

    /**
     * Makes sure that roles exist, and locks them against deletion. Call it in the transaction that assigns them.
     *
     * @throws ScimException invalidValue when a role no longer exists
     */
    @InTransaction
    public void hold(Collection<RoleRef> roles) {
        roles.stream()
                .flatMap(role -> role.tag().stream())
                .sorted()
                .filter(tag -> !store.hold(tag))
                .findFirst()
                .ifPresent(tag -> {
                    throw ScimException.invalidValue("The role with the tag '%s' no longer exists.".formatted(tag));
                });
    }

    /**
     * A page of all roles: the built-in ones, then the custom ones by their tags.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public RolePage page(int page, int pageSize) {
        int offset = (int) Math.min((long) page * pageSize, Integer.MAX_VALUE);
        return new RolePage(query.page(offset, pageSize), query.count());
    }

    /**
     * The role whose id that is in any case.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public RoleDefinition get(String id) {
        return query.find(id).orElseThrow(Roles::unknown);
    }

    /** What these roles are called and allow; one that is gone is left out. */
    @InTransaction(readOnly = true)
    public Map<RoleRef, RoleDefinition> definitions(Collection<RoleRef> roles) {
        return query.all(Set.copyOf(roles)).stream().collect(Collectors.toMap(RoleDefinition::ref, role -> role));
    }

    static ScimException unknown() {
        return ScimException.notFound("No role has this tag; see GET /api/v1/roles.");
    }
}
