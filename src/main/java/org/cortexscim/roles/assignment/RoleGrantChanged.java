package org.cortexscim.roles.assignment;

/** A role has been granted to a value or a group, or taken from it. Fired inside the transaction of the change. */
public record RoleGrantChanged(Kind kind, RoleGrant grant) {

    /** The kind of change; a grant cannot be updated. */
    public enum Kind {
        CREATED,
        DELETED
    }
}
