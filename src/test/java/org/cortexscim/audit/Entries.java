package org.cortexscim.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cortexscim.scim.ScimObject;

/** Entries for tests. */
final class Entries {
    private Entries() {}

    /** The entry of something that nobody did. */
    static AuditEntry about(String object, String type, Instant occurred) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                occurred,
                "CREATE",
                type,
                object,
                Optional.empty(),
                "ANONYMOUS",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ScimObject.of("event", "CREATED"));
    }
}
