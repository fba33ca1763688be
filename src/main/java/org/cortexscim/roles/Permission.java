package org.cortexscim.roles;

import java.util.Arrays;
import java.util.Optional;

/** What a caller can be allowed to do, under the names that Cortex gives the permissions. */
public enum Permission {
    CONFIGURE_SCIM("Configure Open ID Connector & SCIM"),
    EDIT_SETTINGS("Edit settings"),
    VIEW_AUDIT_LOGS("View audit logs");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The permission with that label. */
    public static Optional<Permission> labelled(String label) {
        return Arrays.stream(values())
                .filter(permission -> permission.label.equals(label))
                .findFirst();
    }

    /** The name that admins read. */
    public String label() {
        return label;
    }
}
