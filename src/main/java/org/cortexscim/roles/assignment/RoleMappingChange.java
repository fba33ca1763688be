package org.cortexscim.roles.assignment;

/** A role mapping has been made or deleted. Fired inside the transaction of the change. */
public record RoleMappingChange(Kind kind, RoleMapping mapping) {

    /** What happened to a mapping: there is no update. */
    public enum Kind {
        CREATED,
        DELETED
    }
}
