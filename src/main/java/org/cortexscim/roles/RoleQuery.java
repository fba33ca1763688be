package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.storage.Sql;

/** Reads the built-in and the custom roles alike. */
@ApplicationScoped
class RoleQuery {
    private static final String SELECT = "select r.role, r.id, r.display_name, r.description from workspace_role r";

    /** The built-in roles first, each before the one that has more than it. */
    private static final String ORDER = """
            order by case r.role when 'VIEWER' then 1 when 'USER' then 2 when 'MANAGER' then 3 when 'ADMIN' then 4
              else 5 end, r.id_key offset %d rows fetch next %d rows only""";

    @PersistenceContext
    private EntityManager entities;

    /** Some of all roles; two statements, however many they are. */
    List<RoleDefinition> page(int offset, int count) {
        return definitions(Sql.of(SELECT + " " + ORDER.formatted(offset, count)));
    }

    long count() {
        return Sql.of("select count(*) from workspace_role").number(entities);
    }

    /** The role whose id that is in any case. */
    Optional<RoleDefinition> find(String id) {
        return definitions(Sql.of(SELECT + " where r.id_key = ?", SearchKey.folded(id))).stream()
                .findFirst();
    }

    /** The roles among these that exist. */
    List<RoleDefinition> all(Collection<RoleRef> roles) {
        return Sql.chunks(roles.stream().map(RoleRef::name).toList()).stream()
                .flatMap(names -> definitions(Sql.of(SELECT + " where r.role in (?)", names)).stream())
                .toList();
    }

    /** The number of rows of a table that assign the role. */
    long uses(String table, RoleRef role) {
        return Sql.of("select count(*) from " + table + " where role = ?", role.name())
                .number(entities);
    }

    /** The number of users who have the role's id among the values of the identity provider. */
    long usersByValue(String tag) {
        return Sql.of(
                        "select count(distinct v.user_id) from scim_user_value v"
                                + " where v.path = 'roles.value' and v.value_key = ?",
                        SearchKey.folded(tag))
                .number(entities);
    }

    private List<RoleDefinition> definitions(Sql query) {
        List<Object[]> rows = query.rows(entities);
        Map<String, Set<Permission>> permissions =
                permissions(rows.stream().map(row -> row[1].toString()).toList());
        return rows.stream()
                .map(row -> definition(new RoleRef(row[0].toString()), row, permissions))
                .toList();
    }

    private static RoleDefinition definition(RoleRef role, Object[] row, Map<String, Set<Permission>> custom) {
        Set<Permission> permissions = role.builtIn()
                .map(BuiltInRole::permissions)
                .orElseGet(() -> custom.getOrDefault(row[1].toString(), Set.of()));
        return new RoleDefinition(
                role, row[2].toString(), Optional.ofNullable(row[3]).map(Object::toString), permissions);
    }

    private Map<String, Set<Permission>> permissions(Collection<String> tags) {
        Map<String, Set<Permission>> permissions = new HashMap<>();
        if (!tags.isEmpty()) {
            entities.createQuery(
                            "select r.tag, p from CustomRoleEntity r join r.permissions p where r.tag in :tags",
                            Object[].class)
                    .setParameter("tags", tags)
                    .getResultStream()
                    .forEach(row -> permissions
                            .computeIfAbsent(row[0].toString(), tag -> EnumSet.noneOf(Permission.class))
                            .add((Permission) row[1]));
        }
        return permissions;
    }
}
