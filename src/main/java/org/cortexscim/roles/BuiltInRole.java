package org.cortexscim.roles;

import java.util.EnumSet;
import java.util.Set;

/** The roles that every workspace has, each with all that the one before it has. */
public enum BuiltInRole {
    VIEWER(Set.of()),
    USER(Set.of()),
    MANAGER(Set.of(Permission.VIEW_AUDIT_LOGS)),
    ADMIN(EnumSet.allOf(Permission.class));

    /** A copy that nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    BuiltInRole(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
