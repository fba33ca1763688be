package org.cortexscim.audit;

/** How the caller was authenticated, under Cortex's names; this service writes the first, the third and the last. */
public enum AuditActor {
    API_KEY,
    PERSONAL_API_KEY,
    OAUTH2,
    BACKSTAGE,
    ANONYMOUS
}
