package org.cortexscim.roles.assignment;

/** A role mapping has been made or deleted. Fired inside the transaction of the change. */
public record RoleMappingChanged(Kind kind, RoleMapping mapping) {

    /** The kind of change; a mapping cannot be updated. */
    public enum Kind {
        CREATED,
        DELETED
    }
}
