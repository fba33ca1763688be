package org.cortexscim.roles;

/** What a caller can be allowed to do, under the names that Cortex gives the permissions. */
public enum Permission {
    CONFIGURE_SCIM("Configure Open ID Connector & SCIM"),
    EDIT_SETTINGS("Edit settings"),
    EDIT_ROLES("Edit Roles"),
    VIEW_ROLES("View Roles"),
    VIEW_AUDIT_LOGS("View audit logs");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The name that admins read. */
    public String label() {
        return label;
    }
}
