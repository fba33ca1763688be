package org.cortexscim.audit;

import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;

/**
 * One thing that happened, as it is kept for good.
 *
 * @param timestamp when, to the millisecond
 * @param action the kind of change
 * @param objectType the type of the changed object
 * @param objectIdentifier the name people know it by, such as the userName
 * @param objectId the id it is addressed by, where it has one
 * @param actorType how the caller was authenticated
 * @param actorIdentifier the API key's public id, or the name in a token
 * @param actorEmail the person who called; empty for an API key
 * @param details the changed attributes with their values before and after, and the ignored ones
 */
public record AuditEntry(
        String id,
        Instant timestamp,
        AuditAction action,
        AuditObject objectType,
        String objectIdentifier,
        Optional<String> objectId,
        AuditActor actorType,
        Optional<String> actorIdentifier,
        Optional<String> actorEmail,
        Optional<String> ipAddress,
        Optional<String> requestId,
        ScimObject details) {

    /** The entry under the names of the Cortex REST API, and what it has beyond them; the time is in UTC. */
    public ScimObject document() {
        return ScimObject.of("id", id)
                .with("timestamp", timestamp.toString())
                .with("action", action.name())
                .with("objectType", objectType.name())
                .with("objectIdentifier", objectIdentifier)
                .with("objectId", objectId.orElse(null))
                .with("actorType", actorType.name())
                .with("actorIdentifier", actorIdentifier.orElse(null))
                .with("actorEmail", actorEmail.orElse(null))
                .with("ipAddress", ipAddress.orElse(null))
                .with("requestId", requestId.orElse(null))
                .with("details", details);
    }

    /** 1 if a user became active by this change, -1 if one was active until then, otherwise 0; a test counts for nothing. */
    int seatChange() {
        if (objectType != AuditObject.USER || details.flag("test").orElse(false)) {
            return 0;
        }
        return details.objects("changes").stream()
                .filter(change ->
                        change.text("attribute").filter("active"::equals).isPresent())
                .mapToInt(change -> active(change, "after") - active(change, "before"))
                .sum();
    }

    private static int active(ScimObject change, String when) {
        return change.flag(when).orElse(false) ? 1 : 0;
    }
}
