package org.cortexscim.directory;

import java.util.List;
import java.util.Set;
import org.cortexscim.scim.Difference;

/**
 * A group has been created, changed or deleted. Fired inside the transaction of the change.
 *
 * @param displayName the group's name after the change, or before a deletion
 * @param changes every attribute but the members that is different now
 * @param added the ids of the users and groups that are members now and were not before
 * @param removed the ids of the users and groups that were members before; a deletion does not name them
 * @param removedCount how many members are gone
 */
public record GroupChanged(
        Kind kind,
        String groupId,
        String displayName,
        List<Difference> changes,
        Set<String> added,
        Set<String> removed,
        long removedCount) {
    public GroupChanged {
        changes = List.copyOf(changes);
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    static GroupChanged of(Kind kind, Group group, List<Difference> changes, Set<String> added, Set<String> removed) {
        return new GroupChanged(kind, group.id(), group.displayName(), changes, added, removed, removed.size());
    }

    static GroupChanged ofDeletion(String groupId, String displayName, List<Difference> changes, long members) {
        return new GroupChanged(Kind.DELETED, groupId, displayName, changes, Set.of(), Set.of(), members);
    }

    /** The kind of change. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }
}
