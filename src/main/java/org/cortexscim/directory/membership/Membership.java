package org.cortexscim.directory.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cortexscim.scim.patch.MembershipChange;

/** Membership of users and groups in groups. Changes of users alone never wait for the lock of the nesting. */
@ApplicationScoped
public class Membership {
    @Inject
    private MemberStore users;

    @Inject
    private NestingStore nesting;

    /**
     * Prepares changes of a group. Call it before the group is locked: a change of the nesting takes its
     * lock first, so that its holder never waits for a transaction that wants it.
     */
    public MemberMoves moves(String groupId, List<MembershipChange> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.forEach(change -> ids.addAll(change.ids()));
        Set<String> groups = nesting.groupsAmong(ids);
        boolean replaces = changes.stream().anyMatch(change -> change.kind() == MembershipChange.Kind.REPLACE);
        if (!groups.isEmpty() || (replaces && !nesting.all(groupId).isEmpty())) {
            nesting.lock();
        }
        return new MemberMoves(users, nesting, groupId, groups);
    }

    /** Gets ready for the end of a group, before it is locked. */
    public void beforeLockForDeletion(String groupId) {
        if (nesting.concerns(groupId)) {
            nesting.lock();
        }
    }

    /**
     * Takes all members out of a group that is about to be deleted, and the group out of those that contain it.
     *
     * @return how many members it had
     */
    public long dissolve(String groupId) {
        return users.clear(groupId) + nesting.dissolve(groupId);
    }

    /** Takes a user who is about to be deleted out of all groups. */
    public void leaveAll(String userId) {
        users.leaveAll(userId);
    }
}
