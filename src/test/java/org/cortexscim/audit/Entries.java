package org.cortexscim.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cortexscim.scim.ScimObject;

/** Entries for tests. */
final class Entries {
    private Entries() {}

    /** The entry of something that nobody did. */
    static AuditEntry about(String object, Instant occurred) {
        return entry(object, Optional.empty(), occurred);
    }

    /** The entry of something that a person did. */
    static AuditEntry by(String email, String object, Instant occurred) {
        return entry(object, Optional.of(email), occurred);
    }

    private static AuditEntry entry(String object, Optional<String> email, Instant occurred) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                occurred,
                AuditAction.CREATE,
                AuditObject.USER,
                object,
                Optional.empty(),
                AuditActor.ANONYMOUS,
                Optional.empty(),
                email,
                Optional.empty(),
                Optional.empty(),
                ScimObject.of("event", "CREATED"));
    }
}
