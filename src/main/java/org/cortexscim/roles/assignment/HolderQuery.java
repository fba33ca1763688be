package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cortexscim.roles.RoleRef;

/**
 * Works out who holds which role, each time anew: nothing of it is stored. A user has the roles that an admin has given,
 * and while roles are provisioned the one that each value in {@code roles} stands for, by a mapping or else as a role's
 * id, and those of the groups the user is in.
 */
@ApplicationScoped
class HolderQuery {
    /** The maximum number of ids in one statement. */
    private static final int CHUNK = 500;

    /** Rows of user and role, as admins have given them. */
    private static final String ASSIGNED = "select a.user_id, a.role from user_role a where a.user_id in (%s)";

    /**
     * Rows of user and role, by value: the mapping of the value comes before the role of that id. A coalesce in the
     * condition would select nothing: Derby takes it for a reason to make the left joins inner ones.
     */
    private static final String BY_VALUE = """
            select v.user_id, coalesce(m.role, r.role) from scim_user_value v
             left join role_grant m on m.idp_key = v.value_key
             left join workspace_role r on r.id_key = v.value_key
             where v.path = 'roles.value' and (m.role is not null or r.role is not null) and v.user_id in (%s)""";

    /**
     * Which group (c.group_id) gives its roles to the members of which (c.member_group): each to its own, and to those of
     * the groups inside it.
     */
    private static final String REACH = "(select id as group_id, id as member_group from scim_group"
            + " union all select group_id, descendant_id as member_group from group_closure) c";

    private static final String ROLES_OF_REACH = REACH + " join role_grant a on a.group_id = c.group_id";

    private static final String BY_GROUP = "select g.member_id, a.role from " + ROLES_OF_REACH
            + " join group_member g on g.group_id = c.member_group where g.member_id in (%s)";

    private static final String OF_GROUP =
            "select a.id from " + ROLES_OF_REACH + " where c.member_group = ? and a.role = ?";

    /** Active users to whom an admin has given the role. */
    private static final String ACTIVE_ASSIGNED = "select u.id from scim_user u join user_role a on a.user_id = u.id"
            + " where u.active = true and a.role = ?";

    /** Active users with the role, by the values that mean it and by group. */
    private static final String ACTIVE_PROVISIONED = """
            select u.id from scim_user u join scim_user_value v on v.user_id = u.id
             where u.active = true and v.path = 'roles.value' and v.value_key in
              (select m.idp_key from role_grant m where m.role = ?
               union all select r.id_key from workspace_role r where r.role = ?
                and not exists (select 1 from role_grant o where o.idp_key = r.id_key))
             union all select u.id from %s join group_member g on g.group_id = c.member_group
              join scim_user u on u.id = g.member_id
             where u.active = true and a.role = ?""".formatted(ROLES_OF_REACH);

    private static final String ONE = " fetch first 1 rows only";

    private static final String KNOWN = """
            select m.idp_key from role_grant m where m.idp_key in (%1$s)
             union select r.id_key from workspace_role r where r.id_key in (%1$s)""";

    @PersistenceContext
    private EntityManager entities;

    /**
     * The roles of some users, active or not, by the user's id; who has none is not in it.
     *
     * @param provisioned whether roles from the identity provider count
     */
    Map<String, Set<RoleRef>> roles(Collection<String> userIds, boolean provisioned) {
        Map<String, Set<RoleRef>> roles = new HashMap<>();
        List<String> ids = List.copyOf(userIds);
        for (int start = 0; start < ids.size(); start += CHUNK) {
            List<String> chunk = ids.subList(start, Math.min(ids.size(), start + CHUNK));
            String sql = provisioned ? String.join(" union ", ASSIGNED, BY_VALUE, BY_GROUP) : ASSIGNED;
            List<String> values = repeated(chunk, provisioned ? 3 : 1);
            for (Object row : rows(sql.replace("%s", marks(chunk)), values)) {
                Object[] columns = (Object[]) row;
                roles.computeIfAbsent(columns[0].toString(), id -> new TreeSet<>())
                        .add(new RoleRef(columns[1].toString()));
            }
        }
        return roles;
    }

    /**
     * Tells whether at least one active user holds the role.
     *
     * @param provisioned whether roles from the identity provider count
     */
    boolean hasActive(RoleRef role, boolean provisioned) {
        String sql = provisioned ? ACTIVE_ASSIGNED + " union all " + ACTIVE_PROVISIONED : ACTIVE_ASSIGNED;
        return !rows(sql + ONE, Collections.nCopies(provisioned ? 4 : 1, role.name()))
                .isEmpty();
    }

    /** Tells whether members of the group hold the role because of their membership. */
    boolean isGivenBy(String groupId, RoleRef role) {
        return !rows(OF_GROUP, List.of(groupId, role.name())).isEmpty();
    }

    /** The {@link RoleValues#key keys} that mean a role. */
    Set<String> known(Collection<String> keys) {
        Set<String> known = new HashSet<>();
        rows(KNOWN.formatted(marks(keys)), repeated(keys, 2)).forEach(key -> known.add(key.toString()));
        return known;
    }

    private List<?> rows(String sql, List<String> values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }

    private static String marks(Collection<String> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    private static List<String> repeated(Collection<String> values, int times) {
        return Collections.nCopies(times, values).stream()
                .flatMap(Collection::stream)
                .toList();
    }
}
