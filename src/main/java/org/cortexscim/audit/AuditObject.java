package org.cortexscim.audit;

/** The type of the object that an entry is about. */
public enum AuditObject {
    USER,
    GROUP,
    USER_ROLES,
    ROLE,
    /** A value of the identity provider that stands for a role. */
    ROLE_MAPPING,
    /** A group whose members have a role. */
    GROUP_ROLE_MAPPING,
    API_KEY,
    IP_ALLOWLIST,
    SCIM_SETTINGS,
    SCIM_SCHEMA,
    WORKSPACE_SETTINGS,
    SIGN_IN,
    AUDIT_LOG
}
