package org.cortexscim.audit;

/** The kind of change that an entry is about, under Cortex's names. */
public enum AuditAction {
    CREATE,
    READ,
    UPDATE,
    DELETE
}
