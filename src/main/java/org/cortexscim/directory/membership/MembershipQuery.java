package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.cortexscim.storage.Sql;

/** Reads who is in which group for answers, for a whole page at once. */
@ApplicationScoped
public class MembershipQuery {
    /** Prevents Derby from reading the whole table for a hash join; other databases ignore it as a comment. */
    private static final String BY_KEY = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";

    private static final String IN_ORDER = "from --DERBY-PROPERTIES joinOrder=FIXED\n";

    private static final String USERS =
            "select m.group_id, m.member_id, o.shown_name " + IN_ORDER + "group_member m, scim_user o" + BY_KEY
                    + "where o.id = m.member_id and m.group_id in (?) order by m.group_id, m.member_id";

    private static final String GROUPS = "select m.group_id, m.member_id, o.display_name " + IN_ORDER
            + "group_nesting m, scim_group o" + BY_KEY
            + "where o.id = m.member_id and m.group_id in (?) order by m.group_id, m.member_id";

    private static final String GROUPS_OF_USERS = "select m.member_id, m.group_id, o.display_name " + IN_ORDER
            + "group_member m, scim_group o" + BY_KEY
            + "where o.id = m.group_id and m.member_id in (?) order by m.member_id, m.group_id";

    private static final String GROUPS_ABOVE = "select c.descendant_id, c.group_id, o.display_name " + IN_ORDER
            + "group_closure c, scim_group o" + BY_KEY
            + "where o.id = c.group_id and c.descendant_id in (?) order by c.descendant_id, c.group_id";

    @PersistenceContext
    private EntityManager entities;

    /** The number of members that the groups have together; of more than {@code most}, one more than that or so. */
    public long countMembers(Collection<String> groupIds, long most) {
        return count(
                List.of("group_member m where m.group_id in (?)", "group_nesting m where m.group_id in (?)"),
                groupIds,
                most);
    }

    /** The number of groups that the users have together, those above counted again for each path; otherwise likewise. */
    public long countGroups(Collection<String> userIds, long most) {
        return count(
                List.of(
                        "group_member m where m.member_id in (?)",
                        "group_member m, group_closure c where c.descendant_id = m.group_id and m.member_id in (?)"),
                userIds,
                most);
    }

    /** Counting stops at the limit, so that it never takes longer than reading what the limit allows. */
    private long count(List<String> sources, Collection<String> ids, long most) {
        long count = 0;
        for (List<String> chunk : Sql.chunks(ids)) {
            for (String source : sources) {
                String bounded = "select count(*) from (select m.group_id from %s fetch first %d rows only) x";
                count += count > most
                        ? 0
                        : Sql.of(bounded.formatted(source, most + 1), chunk).number(entities);
            }
        }
        return count;
    }

    /** The members of some groups, users before groups, by the group's id. */
    public Map<String, List<Member>> members(Collection<String> groupIds) {
        Map<String, List<Member>> members = new HashMap<>();
        for (List<String> chunk : Sql.chunks(groupIds)) {
            collect(members, USERS, chunk, Member::user);
            collect(members, GROUPS, chunk, Member::group);
        }
        return members;
    }

    /** The groups of some users, by the user's id: first those that they are members of, then those above these. */
    public Map<String, List<GroupRef>> groups(Collection<String> userIds) {
        Map<String, List<GroupRef>> direct = new HashMap<>();
        for (List<String> chunk : Sql.chunks(userIds)) {
            collect(direct, GROUPS_OF_USERS, chunk, GroupRef::direct);
        }
        Map<String, List<GroupRef>> above = above(
                direct.values().stream().flatMap(List::stream).map(GroupRef::id).collect(Collectors.toSet()));
        direct.replaceAll((user, groups) -> withIndirect(groups, above));
        return direct;
    }

    private Map<String, List<GroupRef>> above(Set<String> groupIds) {
        Map<String, List<GroupRef>> above = new HashMap<>();
        for (List<String> chunk : Sql.chunks(groupIds)) {
            collect(above, GROUPS_ABOVE, chunk, GroupRef::indirect);
        }
        return above;
    }

    /** Lists each group once; a group that the user is a direct member of is not indirect. */
    private static List<GroupRef> withIndirect(List<GroupRef> direct, Map<String, List<GroupRef>> above) {
        Map<String, GroupRef> groups = new LinkedHashMap<>();
        direct.forEach(group -> groups.put(group.id(), group));
        direct.stream()
                .flatMap(group -> above.getOrDefault(group.id(), List.of()).stream())
                .forEach(group -> groups.putIfAbsent(group.id(), group));
        return List.copyOf(groups.values());
    }

    private <T> void collect(
            Map<String, List<T>> found, String statement, List<String> ids, BiFunction<String, String, T> element) {
        Sql.of(statement, ids)
                .rows(entities)
                .forEach(row -> found.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(element.apply((String) row[1], (String) row[2])));
    }
}
