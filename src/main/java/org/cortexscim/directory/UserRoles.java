package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.RoleHolders;
import org.cortexscim.roles.assignment.RoleSources;
import org.cortexscim.roles.assignment.UserRoleAssignments;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Sql;

/** Lists every user with the roles in force, for an access review, and changes the roles that an admin assigns. */
@ApplicationScoped
public class UserRoles {
    @Inject
    private UserStore users;

    @Inject
    private RoleHolders holders;

    @Inject
    private RoleSources sources;

    @Inject
    private UserRoleAssignments assignments;

    @Inject
    private Roles catalog;

    /** A user with the roles in force; a deactivated user has none. */
    public record Entry(User user, Set<RoleRef> roles) {}

    /**
     * The roles of one user.
     *
     * @param given the roles that an admin has assigned
     * @param inForce the roles in force from all sources; none for a deactivated user
     * @param customNames the names of the custom roles among them, by their tags
     */
    public record Assignment(User user, Set<RoleRef> given, Set<RoleRef> inForce, Map<String, String> customNames) {}

    /**
     * A page of all users, in the order of their creation.
     *
     * @param emails userNames or addresses in any case, to see only these users; none for all
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public ListResponse<Entry> page(Collection<String> emails, int page, int pageSize) {
        Sql condition = withEmail(emails.stream().map(SearchKey::folded).toList());
        int offset = (int) Math.min((long) page * pageSize, Integer.MAX_VALUE - 1);
        List<User> found = users.page(condition, offset, pageSize);
        Map<String, Set<RoleRef>> roles =
                holders.roles(found.stream().map(User::id).toList());
        List<Entry> entries = found.stream()
                .map(user -> new Entry(user, inForce(user, roles.getOrDefault(user.id(), Set.of()))))
                .toList();
        return ListResponse.at(offset + 1, users.count(condition), entries);
    }

    /**
     * The users to whom an admin has given the role, active or not, with their userNames only.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public Part<User> given(RoleRef role, int page, int pageSize) {
        return Part.read(page, pageSize, (offset, count) -> sources.given(role, offset, count))
                .map(users::columns);
    }

    /**
     * The users who have the role because of a value of the identity provider, likewise.
     *
     * @throws ScimException 404 when the value does not stand for the role
     */
    @InTransaction(readOnly = true)
    public Part<User> byValue(RoleRef role, String value, int page, int pageSize) {
        return Part.read(page, pageSize, (offset, count) -> sources.byValue(role, value, offset, count))
                .map(users::columns);
    }

    /**
     * The roles of the user with that id, or with that userName in any case.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public Assignment get(String idOrUserName) {
        return assignment(find(idOrUserName));
    }

    /**
     * Assigns these roles to the user with this id or userName, and removes all others that an admin has assigned.
     *
     * @throws ScimException 404, and as {@link UserRoleAssignments#replace} says
     */
    @InTransaction
    public Assignment assign(String idOrUserName, Set<RoleRef> roles, Authority assigner) {
        User user = users.lock(find(idOrUserName).id()).orElseThrow(UserDirectory::unknown);
        assignments.replace(user.id(), user.userName(), roles, assigner);
        return assignment(user);
    }

    private User find(String idOrUserName) {
        return users.find(idOrUserName)
                .or(() -> users.findByUserName(idOrUserName))
                .orElseThrow(UserDirectory::unknown);
    }

    private Assignment assignment(User user) {
        Set<RoleRef> roles = holders.roles(Set.of(user.id())).getOrDefault(user.id(), Set.of());
        Set<RoleRef> given = assignments.of(user.id());
        Set<RoleRef> inForce = inForce(user, roles);
        Set<RoleRef> all = new HashSet<>(given);
        all.addAll(inForce);
        return new Assignment(user, given, inForce, catalog.customNames(all));
    }

    private static Set<RoleRef> inForce(User user, Set<RoleRef> roles) {
        return user.isActive() ? roles : Set.of();
    }

    private static Sql withEmail(List<String> keys) {
        if (keys.isEmpty()) {
            return Sql.TRUE;
        }
        return Sql.of("r.user_name_key in (?)", keys)
                .or(Sql.of(
                        "r.id in (select v.user_id from scim_user_value v where v.path = 'emails.value'"
                                + " and v.value_key in (?))",
                        keys));
    }
}
