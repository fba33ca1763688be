package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.storage.Sql;

/**
 * Reads some of a group's members, or of the groups above it. What it costs depends on the place in the list, and not on
 * how long the list is: the ids come from an index, in its order, and the names are read for these ids only.
 */
@ApplicationScoped
public class MemberPageQuery {
    private static final String PART = " offset %d rows fetch next %d rows only";

    private static final String GROUPS =
            "select m.member_id from group_nesting m where m.group_id = ? order by m.member_id" + PART;

    private static final String USERS =
            "select m.member_id from group_member m where m.group_id = ? order by m.member_id" + PART;

    private static final String ABOVE =
            "select c.group_id from group_closure c where c.descendant_id = ? order by c.group_id" + PART;

    /** The number of groups in a group, counted up to a bound. */
    private static final String GROUPS_BEFORE = "select count(*) from (select m.member_id from group_nesting m"
            + " where m.group_id = ? fetch first %d rows only) x";

    private static final String PARENTS =
            "select n.group_id from group_nesting n where n.member_id = ? and n.group_id in (?)";

    private static final String GROUP_NAMES = "select g.id, g.display_name from scim_group g where g.id in (?)";

    private static final String USER_NAMES = "select u.id, u.shown_name from scim_user u where u.id in (?)";

    @PersistenceContext
    private EntityManager entities;

    /** Some direct members, groups before users, each in the order of their ids. */
    public List<Member> members(String groupId, int offset, int count) {
        List<Member> groups = named(ids(GROUPS, groupId, offset, count), GROUP_NAMES, Member::group);
        if (groups.size() == count) {
            return groups;
        }
        int before = offset == 0 ? 0 : groupsBefore(groupId, offset);
        List<Member> users =
                named(ids(USERS, groupId, offset - before, count - groups.size()), USER_NAMES, Member::user);
        return Stream.concat(groups.stream(), users.stream()).toList();
    }

    /** Some of the groups that contain the group, directly or through others, in the order of their ids. */
    public List<GroupRef> above(String groupId, int offset, int count) {
        Set<String> ids = ids(ABOVE, groupId, offset, count);
        Set<String> parents =
                ids.isEmpty() ? Set.of() : Sql.of(PARENTS, groupId, ids).strings(entities);
        return named(
                ids,
                GROUP_NAMES,
                (id, name) -> parents.contains(id) ? GroupRef.direct(id, name) : GroupRef.indirect(id, name));
    }

    private int groupsBefore(String groupId, int offset) {
        return (int) Sql.of(GROUPS_BEFORE.formatted(offset), groupId).number(entities);
    }

    private Set<String> ids(String statement, String groupId, int offset, int count) {
        return Sql.of(statement.formatted(offset, count), groupId).strings(entities);
    }

    private <T> List<T> named(Collection<String> ids, String statement, BiFunction<String, String, T> element) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = Sql.of(statement, ids).rows(entities).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
        return ids.stream()
                .filter(names::containsKey)
                .map(id -> element.apply(id, names.get(id)))
                .toList();
    }
}
