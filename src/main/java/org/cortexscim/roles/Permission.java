package org.cortexscim.roles;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The permissions of a caller, under the names that Cortex gives them. */
public enum Permission {
    CONFIGURE_SCIM("Configure Open ID Connector & SCIM"),
    CONFIGURE_IP_ALLOWLIST("Configure IP allowlist"),
    EDIT_SETTINGS("Edit settings"),
    EDIT_ROLES("Edit Roles"),
    VIEW_ROLES("View Roles"),
    EDIT_API_KEYS("Edit API keys"),
    VIEW_AUDIT_LOGS("View audit logs");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The name that admins read. */
    public String label() {
        return label;
    }

    /** The permission of that label, or of that name in this enum, in any case. */
    public static Optional<Permission> named(String text) {
        return Arrays.stream(values())
                .filter(permission -> permission.label.equalsIgnoreCase(text)
                        || permission.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** Their labels in the order of this enum. */
    public static List<String> labels(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::label).toList();
    }

    /** Their labels in one sentence's list, each in quotes. */
    static String quoted(Collection<Permission> permissions) {
        return labels(permissions).stream().collect(Collectors.joining("', '", "'", "'"));
    }
}
