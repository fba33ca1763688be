package org.cortexscim.roles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles that every workspace has, each with all that the one before it has. */
public enum BuiltInRole {
    VIEWER(Set.of()),
    USER(Set.of()),
    MANAGER(Set.of(Permission.VIEW_AUDIT_LOGS)),
    ADMIN(EnumSet.allOf(Permission.class));

    /** An unmodifiable copy. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    BuiltInRole(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /** The role with that name in any case of ASCII: an {@code i} without its dot does not make an Admin. */
    static Optional<BuiltInRole> named(String name) {
        boolean ascii = name.chars().allMatch(character -> character < 0x80);
        return Arrays.stream(values())
                .filter(role -> ascii && role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
