package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Sql;

/**
 * Every pair of a group and a group below it, at whatever depth: what a query would have to find by recursion, for which
 * Derby has no word. Only {@link NestingStore} changes it, under its lock.
 *
 * <p>In the statements, {@code :group} is a group that gets or loses members, and {@code :members} are some of these.
 */
@ApplicationScoped
class ClosureStore {
    /** The maximum number of levels of groups below a group. */
    static final int MAX_DEPTH = 20;

    private static final String CONTAINING =
            "select c.group_id from group_closure c where c.descendant_id = :group and c.group_id in (:members)";

    private static final String EDGES_ABOVE = "select n.member_id, n.group_id from group_nesting n"
            + " where n.member_id in (:members)"
            + " union select n.member_id, n.group_id from group_nesting n"
            + " join group_closure c on c.group_id = n.member_id where c.descendant_id in (:members)";

    private static final String EDGES_BELOW = "select n.group_id, n.member_id from group_nesting n"
            + " where n.group_id in (:members)"
            + " union select n.group_id, n.member_id from group_nesting n"
            + " join group_closure c on c.descendant_id = n.group_id where c.group_id in (:members)";

    private static final String LINK = "insert into group_closure (group_id, descendant_id) select a.id, d.id"
            + " from (select g.id as id from scim_group g where g.id = :group"
            + " union all select c.group_id as id from group_closure c where c.descendant_id = :group) a,"
            + " (select g.id as id from scim_group g where g.id in (:members)"
            + " union select c.descendant_id as id from group_closure c where c.group_id in (:members)) d"
            + " where not exists (select 1 from group_closure p where p.group_id = a.id and p.descendant_id = d.id)";

    private static final String ABOVE =
            "(%1$s = :group or %1$s in" + " (select a.group_id from group_closure a where a.descendant_id = :group))";

    private static final String BELOW = "(%1$s in (:members) or %1$s in"
            + " (select b.descendant_id from group_closure b where b.group_id in (:members)))";

    private static final String UNLINK = "delete from group_closure where " + ABOVE.formatted("group_id") + " and "
            + BELOW.formatted("descendant_id");

    private static final String RELINK_DIRECTLY = "insert into group_closure (group_id, descendant_id)"
            + " select n.group_id, n.member_id from group_nesting n where " + ABOVE.formatted("n.group_id") + " and "
            + BELOW.formatted("n.member_id") + " and not exists (select 1 from group_closure p"
            + " where p.group_id = n.group_id and p.descendant_id = n.member_id)";

    private static final String RELINK_THROUGH = "insert into group_closure (group_id, descendant_id)"
            + " select distinct n.group_id, c.descendant_id from group_nesting n"
            + " join group_closure c on c.group_id = n.member_id where " + ABOVE.formatted("n.group_id") + " and "
            + BELOW.formatted("c.descendant_id") + " and not exists (select 1 from group_closure p"
            + " where p.group_id = n.group_id and p.descendant_id = c.descendant_id)";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Checks that groups can become members of a group.
     *
     * @throws ScimException invalidValue when one of them is the group or contains it, or when there would be more than
     *     {@value #MAX_DEPTH} levels below a group
     */
    void requireRoom(String groupId, Set<String> memberIds) {
        int below = 0;
        for (List<String> chunk : Sql.chunks(memberIds)) {
            if (chunk.contains(groupId)
                    || !sql(CONTAINING, groupId, chunk).strings(entities).isEmpty()) {
                throw ScimException.invalidValue("A group cannot be a member of itself or of a group that it contains,"
                        + " directly or through other groups. Nothing was changed.");
            }
            below = Math.max(below, levels(EDGES_BELOW, chunk));
        }
        int depth = levels(EDGES_ABOVE, List.of(groupId)) + 1 + below;
        if (depth > MAX_DEPTH) {
            throw ScimException.invalidValue(
                    "Groups can be nested %d levels deep, and this change would make it %d. Nothing was changed."
                            .formatted(MAX_DEPTH, depth));
        }
    }

    /** Takes note of new members. */
    void link(String groupId, Set<String> memberIds) {
        Sql.chunks(memberIds).forEach(chunk -> sql(LINK, groupId, chunk).execute(entities));
    }

    /**
     * Takes note of lost members, after their rows in group_nesting are gone: forgets every pair that may have led
     * through them, and finds again those that another way leads to.
     */
    void unlink(String groupId, Set<String> memberIds) {
        for (List<String> chunk : Sql.chunks(memberIds)) {
            sql(UNLINK, groupId, chunk).execute(entities);
            int found = sql(RELINK_DIRECTLY, groupId, chunk).execute(entities);
            do {
                found = sql(RELINK_THROUGH, groupId, chunk).execute(entities);
            } while (found > 0);
        }
    }

    /** Forgets a group without members: it is no longer below any group. */
    void forget(String groupId) {
        Sql.of("delete from group_closure where descendant_id = ?", groupId).execute(entities);
    }

    private int levels(String edges, List<String> ids) {
        return Levels.of(sql(edges, ids.get(0), ids).rows(entities)).from(ids);
    }

    private static Sql sql(String statement, String groupId, List<String> memberIds) {
        return Sql.named(statement, Map.of("group", groupId, "members", memberIds));
    }
}
