package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;

/** Deletes the entries that are older than the workspace wants to keep them; nothing else deletes any. */
@ApplicationScoped
public class AuditRetention {
    /** Below the number of rows (5,000) from which on Derby locks a whole table. */
    static final int BATCH = 4_000;

    @Inject
    private AuditStore store;

    @Inject
    private AuditWriter writer;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Clock clock;

    /**
     * Deletes a batch of entries, the oldest first, and writes an entry about that, both or neither. When several nodes
     * do so at once, one of them deletes a batch and the others find nothing left of it.
     *
     * @return whether there may be more of them
     */
    @InTransaction
    public boolean deleteBatch() {
        OptionalInt days = settings.current().auditRetentionDays();
        if (days.isEmpty()) {
            return false;
        }
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(days.getAsInt()));
        int deleted = store.deleteOldest(before, BATCH);
        if (deleted > 0) {
            ScimObject details = ScimObject.of("event", "DELETED")
                    .with("deletedEntries", BigDecimal.valueOf(deleted))
                    .with("before", before.toString())
                    .with("auditRetentionDays", BigDecimal.valueOf(days.getAsInt()));
            writer.write(AuditAction.DELETE, AuditObject.AUDIT_LOG, "retention", Optional.empty(), details);
        }
        return deleted >= BATCH;
    }
}
