package org.cortexscim.web.console;

import java.util.List;
import org.cortexscim.roles.Permission;

/** The permissions, sorted by what they are about; each is in one group. */
public enum PermissionGroup {
    ACCESS("Access", Permission.CONFIGURE_SCIM, Permission.CONFIGURE_IP_ALLOWLIST, Permission.EDIT_API_KEYS),
    ROLES("Roles", Permission.VIEW_ROLES, Permission.EDIT_ROLES),
    WORKSPACE("Workspace", Permission.EDIT_SETTINGS, Permission.VIEW_AUDIT_LOGS);

    private final String label;

    /** Unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Permission> permissions;

    PermissionGroup(String label, Permission... permissions) {
        this.label = label;
        this.permissions = List.of(permissions);
    }

    public String label() {
        return label;
    }

    public List<Permission> permissions() {
        return permissions;
    }
}
