package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Sql;

/**
 * Stores which groups are members of which group. These changes are rare and affect every group above and below, so they follow each
 * other, one transaction after the other: two at once could close a cycle that neither sees.
 */
@ApplicationScoped
class NestingStore {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ClosureStore closure;

    /** Those of the ids that are groups' ids. */
    Set<String> groupsAmong(Collection<String> ids) {
        Set<String> groups = new LinkedHashSet<>();
        for (List<String> chunk : Sql.chunks(ids)) {
            groups.addAll(
                    Sql.of("select id from scim_group where id in (?)", chunk).strings(entities));
        }
        return groups;
    }

    /**
     * Prevents other changes of any nesting until this transaction ends. Call it before the group is locked, or two changes
     * may wait for each other until the database gives one of them up; it is then done again.
     */
    void lock() {
        Sql.of("update group_nesting_lock set changes = changes + 1").execute(entities);
    }

    /** The groups that are members of the group. */
    Set<String> all(String groupId) {
        return Sql.of("select member_id from group_nesting where group_id = ? order by member_id", groupId)
                .strings(entities);
    }

    /**
     * Adds groups to a group; one that is in it already stays.
     *
     * @return those that were not in it before
     * @throws ScimException invalidValue when a group would be in itself, or the groups too many levels deep
     */
    Set<String> add(String groupId, Set<String> memberIds) {
        Set<String> added = new LinkedHashSet<>(memberIds);
        added.removeAll(all(groupId));
        if (!added.isEmpty()) {
            lock();
            closure.requireRoom(groupId, added);
            insert(groupId, added);
            closure.link(groupId, added);
        }
        return added;
    }

    /**
     * Removes groups from a group; one that is not in it stays out.
     *
     * @return those that were in it before
     */
    Set<String> remove(String groupId, Set<String> memberIds) {
        Set<String> removed = all(groupId);
        removed.retainAll(memberIds);
        if (!removed.isEmpty()) {
            lock();
            for (List<String> chunk : Sql.chunks(removed)) {
                Sql.of("delete from group_nesting where group_id = ? and member_id in (?)", groupId, chunk)
                        .execute(entities);
            }
            closure.unlink(groupId, removed);
        }
        return removed;
    }

    /** Whether the group contains a group, or is in one. */
    boolean concerns(String groupId) {
        // Not "or": Derby would read the whole table.
        return !Sql.named(
                        "select n.group_id from group_nesting n where n.group_id = :group"
                                + " union select n.group_id from group_nesting n where n.member_id = :group",
                        Map.of("group", groupId))
                .strings(entities)
                .isEmpty();
    }

    /**
     * Takes all groups out of a group that is about to be deleted, and that group out of all groups.
     *
     * @return how many were in it
     */
    long dissolve(String groupId) {
        int members = remove(groupId, all(groupId)).size();
        Sql.of("delete from group_nesting where member_id = ?", groupId).execute(entities);
        closure.forget(groupId);
        return members;
    }

    private void insert(String groupId, Set<String> memberIds) {
        for (List<String> chunk : Sql.chunks(memberIds)) {
            Sql.of(
                            "insert into group_nesting (group_id, member_id)"
                                    + " select cast(? as varchar(36)), g.id from scim_group g where g.id in (?)",
                            groupId,
                            chunk)
                    .execute(entities);
        }
    }
}
