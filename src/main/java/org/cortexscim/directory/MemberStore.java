package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.scim.ScimException;

/** Who is in which group. Statements name sets of ids, so that their number does not grow with the group. */
@ApplicationScoped
class MemberStore {
    /** How many ids one statement names at most. */
    private static final int CHUNK = 500;

    @PersistenceContext
    private EntityManager entities;

    /**
     * Adds users to a group; one who is in it already stays.
     *
     * @return those who were not in it before
     * @throws ScimException invalidValue when an id is no user's; nothing is added then
     */
    Set<String> add(String groupId, Set<String> userIds) {
        Set<String> added = new LinkedHashSet<>(userIds);
        added.removeAll(among(groupId, userIds));
        requireUsers(added);
        added.forEach(id -> entities.persist(new GroupMemberEntity(groupId, id)));
        entities.flush();
        return added;
    }

    /**
     * Removes users from a group; one who is not in it stays out.
     *
     * @return those who were in it before
     */
    Set<String> remove(String groupId, Set<String> userIds) {
        Set<String> removed = among(groupId, userIds);
        chunks(removed)
                .forEach(chunk -> entities.createQuery(
                                "delete from GroupMemberEntity m where m.groupId = :group and m.memberId in :ids")
                        .setParameter("group", groupId)
                        .setParameter("ids", chunk)
                        .executeUpdate());
        return removed;
    }

    /** The ids of all members; only for replacing them. */
    Set<String> all(String groupId) {
        return new LinkedHashSet<>(entities.createQuery(
                        "select m.memberId from GroupMemberEntity m where m.groupId = :group order by m.memberId",
                        String.class)
                .setParameter("group", groupId)
                .getResultList());
    }

    /** The members of some groups, by the group's id. */
    Map<String, List<Group.Member>> members(Collection<String> groupIds) {
        Map<String, List<Group.Member>> members = new HashMap<>();
        for (List<String> chunk : chunks(groupIds)) {
            entities.createQuery(
                            "select m.groupId, u.id, u.userName from GroupMemberEntity m, UserEntity u"
                                    + " where u.id = m.memberId and m.groupId in :ids order by m.groupId, m.memberId",
                            Object[].class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(row -> members.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                            .add(new Group.Member((String) row[1], (String) row[2])));
        }
        return members;
    }

    /** The groups of some users, by the user's id. */
    Map<String, List<User.GroupRef>> groups(Collection<String> userIds) {
        Map<String, List<User.GroupRef>> groups = new HashMap<>();
        for (List<String> chunk : chunks(userIds)) {
            entities.createQuery(
                            "select m.memberId, g.id, g.displayName from GroupMemberEntity m, GroupEntity g"
                                    + " where g.id = m.groupId and m.memberId in :ids order by m.memberId, g.id",
                            Object[].class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(row -> groups.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                            .add(new User.GroupRef((String) row[1], (String) row[2])));
        }
        return groups;
    }

    private Set<String> among(String groupId, Set<String> userIds) {
        Set<String> present = new LinkedHashSet<>();
        for (List<String> chunk : chunks(userIds)) {
            TypedQuery<String> query = entities.createQuery(
                    "select m.memberId from GroupMemberEntity m where m.groupId = :group and m.memberId in :ids",
                    String.class);
            present.addAll(query.setParameter("group", groupId)
                    .setParameter("ids", chunk)
                    .getResultList());
        }
        return present;
    }

    private void requireUsers(Set<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        for (List<String> chunk : chunks(ids)) {
            entities.createQuery("select u.id from UserEntity u where u.id in :ids", String.class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(unknown::remove);
        }
        if (!unknown.isEmpty()) {
            throw ScimException.invalidValue("There is no user with the id '%s'; %d of the members are unknown."
                    .formatted(unknown.iterator().next(), unknown.size()));
        }
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += CHUNK) {
            chunks.add(all.subList(start, Math.min(all.size(), start + CHUNK)));
        }
        return chunks;
    }
}
