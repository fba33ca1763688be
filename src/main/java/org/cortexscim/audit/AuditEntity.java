package org.cortexscim.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.filter.SearchKey;
import org.jspecify.annotations.Nullable;

/** The row of an {@link AuditEntry}; nothing updates it. */
@Entity
@Table(name = "audit_log")
class AuditEntity {
    private static final int MAX_KEY = 600;

    @Id
    private String id = "";

    private long occurred;

    private String action = "";

    @Column(name = "object_type")
    private String objectType = "";

    @Column(name = "object_identifier")
    private String objectIdentifier = "";

    /** The identifier folded: what it is searched by. */
    @Column(name = "object_key")
    private String objectKey = "";

    @Column(name = "object_id")
    private @Nullable String objectId;

    @Column(name = "actor_type")
    private String actorType = "";

    @Column(name = "actor_identifier")
    private @Nullable String actorIdentifier;

    @Column(name = "actor_email")
    private @Nullable String actorEmail;

    @Column(name = "actor_email_key")
    private @Nullable String actorEmailKey;

    @Column(name = "ip_address")
    private @Nullable String ipAddress;

    @Column(name = "request_id")
    private @Nullable String requestId;

    @Lob
    private String details = "";

    @Column(name = "details_bytes")
    private int detailsBytes;

    /** Only queries read it. */
    @Column(name = "seat_change")
    @SuppressWarnings("UnusedVariable")
    private int seatChange;

    protected AuditEntity() {}

    AuditEntity(AuditEntry entry) {
        id = entry.id();
        occurred = entry.timestamp().toEpochMilli();
        action = entry.action().name();
        objectType = entry.objectType().name();
        objectIdentifier = entry.objectIdentifier();
        objectKey = key(objectIdentifier);
        objectId = entry.objectId().orElse(null);
        actorType = entry.actorType().name();
        actorIdentifier = entry.actorIdentifier().orElse(null);
        actorEmail = entry.actorEmail().orElse(null);
        actorEmailKey = entry.actorEmail().map(AuditEntity::key).orElse(null);
        ipAddress = entry.ipAddress().orElse(null);
        requestId = entry.requestId().orElse(null);
        details = JsonText.print(entry.details());
        seatChange = entry.seatChange();
        detailsBytes = details.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Equal for two texts that differ in case only, and as long as its column at most. */
    static String key(String text) {
        String folded = SearchKey.folded(text);
        return folded.substring(0, Math.min(MAX_KEY, folded.length()));
    }

    AuditEntry toEntry() {
        return new AuditEntry(
                id,
                Instant.ofEpochMilli(occurred),
                AuditAction.valueOf(action),
                AuditObject.valueOf(objectType),
                objectIdentifier,
                Optional.ofNullable(objectId),
                AuditActor.valueOf(actorType),
                Optional.ofNullable(actorIdentifier),
                Optional.ofNullable(actorEmail),
                Optional.ofNullable(ipAddress),
                Optional.ofNullable(requestId),
                JsonText.findObject(details)
                        .orElseThrow(() -> new IllegalStateException(
                                "The details of the audit entry %s cannot be read.".formatted(id))));
    }
}
