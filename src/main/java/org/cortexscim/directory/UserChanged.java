package org.cortexscim.directory;

import java.util.List;
import org.cortexscim.scim.Difference;

/**
 * A user has been created, changed or deleted. Fired inside the transaction of the change.
 *
 * @param userName the user's name after the change, or before a deletion
 * @param changes every attribute that is different now
 * @param ignored the attributes that the request wanted to change and the workspace's rules left as they are
 */
public record UserChanged(Kind kind, String userId, String userName, List<Difference> changes, List<String> ignored) {
    public UserChanged {
        changes = List.copyOf(changes);
        ignored = List.copyOf(ignored);
    }

    /** The effect of the change on the user. */
    public enum Kind {
        CREATED,
        UPDATED,
        DEACTIVATED,
        REACTIVATED,
        DELETED
    }
}
