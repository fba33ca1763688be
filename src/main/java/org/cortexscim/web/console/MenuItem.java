package org.cortexscim.web.console;

import org.cortexscim.roles.Permission;

/** The pages in the menu, in its order. Each is shown to callers who have its permission. */
public enum MenuItem {
    OVERVIEW("Workspace", "Overview", "overview", Permission.CONFIGURE_SCIM),
    SETUP("Workspace", "Set up", "setup", Permission.CONFIGURE_SCIM),
    SCIM("Security and access", "SCIM", "scim", Permission.CONFIGURE_SCIM),
    USERS("Security and access", "Users", "users", Permission.CONFIGURE_SCIM),
    GROUPS("Security and access", "Groups", "groups", Permission.CONFIGURE_SCIM),
    ROLES("Security and access", "Roles and permissions", "roles", Permission.VIEW_ROLES),
    ROLE_MAPPINGS("Security and access", "Role mappings", "role-mappings", Permission.CONFIGURE_SCIM),
    API_KEYS("Security and access", "API keys", "keys", Permission.EDIT_API_KEYS),
    ALLOWLIST("Security and access", "IP allowlist", "allowlist", Permission.CONFIGURE_IP_ALLOWLIST),
    REQUESTS("Logging", "Requests", "requests", Permission.CONFIGURE_SCIM),
    AUDIT_LOG("Logging", "Audit log", "audit-log", Permission.VIEW_AUDIT_LOGS);

    private final String section;
    private final String label;
    private final String path;
    private final Permission permission;

    MenuItem(String section, String label, String path, Permission permission) {
        this.section = section;
        this.label = label;
        this.path = path;
        this.permission = permission;
    }

    public String section() {
        return section;
    }

    public String label() {
        return label;
    }

    /** Absolute, for a link. */
    public String address() {
        return "/console/" + path;
    }

    Permission permission() {
        return permission;
    }
}
