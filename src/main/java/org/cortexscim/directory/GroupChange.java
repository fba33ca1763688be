package org.cortexscim.directory;

import java.util.List;
import java.util.Set;
import org.cortexscim.scim.Difference;

/**
 * A group has been created, changed or deleted. Fired inside the transaction of the change.
 *
 * @param displayName the group's name after the change, or before a deletion
 * @param changes every attribute but the members that is different now
 * @param added the ids of the users who are members now and were not before
 * @param removed the ids of the users who were members before
 */
public record GroupChange(
        Kind kind,
        String groupId,
        String displayName,
        List<Difference> changes,
        Set<String> added,
        Set<String> removed) {
    public GroupChange {
        changes = List.copyOf(changes);
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    /** What happened to the group. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }
}
