package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Sql;

/** Stores which users are in which group. Statements name sets of ids, so their number does not grow with the group. */
@ApplicationScoped
class MemberStore {
    /** Selects from the users' rows, so that an id that does not belong to a user adds nothing. */
    private static final String INSERT = "insert into group_member (group_id, member_id)"
            + " select cast(? as varchar(36)), u.id from scim_user u where u.id in (?)";

    private static final String AMONG =
            "select m.memberId from GroupMemberEntity m where m.groupId = :group and m.memberId in :ids";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Adds users to a group; one who is in it already stays.
     *
     * @return the users who were not members before
     * @throws ScimException invalidValue when an id does not belong to a user; other users may already be added
     */
    Set<String> add(String groupId, Set<String> userIds) {
        Set<String> added = new LinkedHashSet<>(userIds);
        added.removeAll(among(groupId, userIds));
        int inserted = 0;
        for (List<String> chunk : Sql.chunks(added)) {
            inserted += Sql.of(INSERT, groupId, chunk).execute(entities);
        }
        if (inserted < added.size()) {
            throw unknown(added);
        }
        return added;
    }

    /**
     * Removes users from a group; one who is not in it stays out.
     *
     * @return the users who were members before
     */
    Set<String> remove(String groupId, Set<String> userIds) {
        Set<String> removed = among(groupId, userIds);
        Sql.chunks(removed)
                .forEach(chunk -> entities.createQuery(
                                "delete from GroupMemberEntity m where m.groupId = :group and m.memberId in :ids")
                        .setParameter("group", groupId)
                        .setParameter("ids", chunk)
                        .executeUpdate());
        return removed;
    }

    /** The ids of all users in a group; only for replacing them. */
    Set<String> all(String groupId) {
        return new LinkedHashSet<>(entities.createQuery(
                        "select m.memberId from GroupMemberEntity m where m.groupId = :group order by m.memberId",
                        String.class)
                .setParameter("group", groupId)
                .getResultList());
    }

    /** Removes all users from a group, and returns how many they were. */
    long clear(String groupId) {
        return entities.createQuery("delete from GroupMemberEntity m where m.groupId = :group")
                .setParameter("group", groupId)
                .executeUpdate();
    }

    /** Removes a user from all groups. */
    void leaveAll(String userId) {
        entities.createQuery("delete from GroupMemberEntity m where m.memberId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    private Set<String> among(String groupId, Set<String> userIds) {
        Set<String> present = new LinkedHashSet<>();
        for (List<String> chunk : Sql.chunks(userIds)) {
            present.addAll(entities.createQuery(AMONG, String.class)
                    .setParameter("group", groupId)
                    .setParameter("ids", chunk)
                    .getResultList());
        }
        return present;
    }

    private ScimException unknown(Set<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        for (List<String> chunk : Sql.chunks(ids)) {
            entities.createQuery("select u.id from UserEntity u where u.id in :ids", String.class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(unknown::remove);
        }
        return ScimException.invalidValue("No user or group has the id '%s'; %d of the members are unknown."
                .formatted(unknown.stream().findFirst().orElse(""), unknown.size()));
    }
}
