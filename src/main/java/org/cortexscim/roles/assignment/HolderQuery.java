package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Sql;

/**
 * Works out who holds which role, each time anew: nothing of it is stored. A user has the roles that an admin has given,
 * and while roles are provisioned the one that each value in {@code roles} stands for, by a mapping or else as a role's
 * id, and those of the groups the user is in.
 */
@ApplicationScoped
class HolderQuery {
    /** Rows of user and role, as admins have given them. */
    private static final String ASSIGNED = "select a.user_id, a.role from user_role a where a.user_id in (:ids)";

    /**
     * Rows of user and role, by value: the mapping of the value comes before the role of that id. A coalesce in the
     * condition would select nothing: Derby takes it for a reason to make the left joins inner ones.
     */
    private static final String BY_VALUE = """
            select v.user_id, coalesce(m.role, r.role) from scim_user_value v
             left join role_grant m on m.idp_key = v.value_key
             left join workspace_role r on r.id_key = v.value_key
             where v.path = 'roles.value' and (m.role is not null or r.role is not null) and v.user_id in (:ids)""";

    /**
     * Which group (c.group_id) gives its roles to the members of which (c.member_group): each to its own, and to those of
     * the groups inside it.
     */
    private static final String REACH = "(select id as group_id, id as member_group from scim_group"
            + " union all select group_id, descendant_id as member_group from group_closure) c";

    private static final String ROLES_OF_REACH = REACH + " join role_grant a on a.group_id = c.group_id";

    private static final String BY_GROUP = "select g.member_id, a.role from " + ROLES_OF_REACH
            + " join group_member g on g.group_id = c.member_group where g.member_id in (:ids)";

    private static final String OF_GROUP =
            "select distinct a.role from " + ROLES_OF_REACH + " where c.member_group = :group";

    private static final String PART = " offset %d rows fetch next %d rows only";

    private static final String GIVEN = "select a.user_id from user_role a where a.role = ? order by a.user_id" + PART;

    private static final String WITH_VALUE = "select distinct v.user_id from scim_user_value v"
            + " where v.path = 'roles.value' and v.value_key = ? order by v.user_id" + PART;

    /** Active users to whom an admin has given the role. */
    private static final String ACTIVE_ASSIGNED = "select u.id from scim_user u join user_role a on a.user_id = u.id"
            + " where u.active = true and a.role = :role";

    /** Active users with the role, by the values that mean it and by group. */
    private static final String ACTIVE_PROVISIONED = """
            select u.id from scim_user u join scim_user_value v on v.user_id = u.id
             where u.active = true and v.path = 'roles.value' and v.value_key in
              (select m.idp_key from role_grant m where m.role = :role
               union all select r.id_key from workspace_role r where r.role = :role
                and not exists (select 1 from role_grant o where o.idp_key = r.id_key))
             union all select u.id from %s join group_member g on g.group_id = c.member_group
              join scim_user u on u.id = g.member_id
             where u.active = true and a.role = :role""".formatted(ROLES_OF_REACH);

    private static final String ONE = " fetch first 1 rows only";

    private static final String MEANT = """
            select m.idp_key, m.role from role_grant m where m.idp_key in (:keys)
             union all select r.id_key, r.role from workspace_role r where r.id_key in (:keys)
              and not exists (select 1 from role_grant o where o.idp_key = r.id_key)""";

    @PersistenceContext
    private EntityManager entities;

    /**
     * The roles of some users, active or not, by the user's id; who has none is not in it.
     *
     * @param provisioned whether roles from the identity provider count
     */
    Map<String, Set<RoleRef>> roles(Collection<String> userIds, boolean provisioned) {
        Map<String, Set<RoleRef>> roles = new HashMap<>();
        String sql = provisioned ? String.join(" union ", ASSIGNED, BY_VALUE, BY_GROUP) : ASSIGNED;
        for (List<String> chunk : Sql.chunks(userIds)) {
            Sql.named(sql, Map.of("ids", chunk))
                    .rows(entities)
                    .forEach(row -> roles.computeIfAbsent((String) row[0], id -> new TreeSet<>())
                            .add(new RoleRef((String) row[1])));
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
        return !Sql.named(sql + ONE, Map.of("role", role.name()))
                .strings(entities)
                .isEmpty();
    }

    /** The roles that members of the group hold because of their membership. */
    Set<RoleRef> givenBy(String groupId) {
        return Sql.named(OF_GROUP, Map.of("group", groupId)).strings(entities).stream()
                .map(RoleRef::new)
                .collect(Collectors.toSet());
    }

    /** The ids of some users to whom an admin has given the role, active or not, in their order. */
    List<String> given(RoleRef role, int offset, int count) {
        return List.copyOf(Sql.of(GIVEN.formatted(offset, count), role.name()).strings(entities));
    }

    /** The ids of some users who have a value with that {@link RoleValues#key key}, active or not, in their order. */
    List<String> withValue(String key, int offset, int count) {
        return List.copyOf(Sql.of(WITH_VALUE.formatted(offset, count), key).strings(entities));
    }

    /** The role that each of the {@link RoleValues#key keys} means; one that means none is left out. */
    Map<String, RoleRef> meant(Collection<String> keys) {
        Map<String, RoleRef> meant = new HashMap<>();
        for (List<String> chunk : Sql.chunks(keys)) {
            Sql.named(MEANT, Map.of("keys", chunk))
                    .rows(entities)
                    .forEach(row -> meant.put((String) row[0], new RoleRef((String) row[1])));
        }
        return meant;
    }
}
