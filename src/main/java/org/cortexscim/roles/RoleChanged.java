package org.cortexscim.roles;

import java.util.List;
import org.cortexscim.scim.Difference;

/**
 * A custom role has been made, changed or deleted. Fired inside the transaction of the change.
 *
 * @param changes the differences: name, description, permissions by their labels
 */
public record RoleChanged(Kind kind, String tag, List<Difference> changes) {
    public RoleChanged {
        changes = List.copyOf(changes);
    }

    /** The kind of change. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }
}
