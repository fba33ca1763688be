package org.cortexscim.audit;

import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;

/**
 * One change, as it is kept for good.
 *
 * @param action CREATE, UPDATE or DELETE
 * @param objectType what was changed, such as USER
 * @param objectIdentifier the name people know it by, such as the userName
 * @param objectId the id it is addressed by, where it has one
 * @param actorIdentifier the API key's public id
 * @param details the changed attributes with their values before and after, and the ignored ones
 */
public record AuditEntry(
        String id,
        Instant occurred,
        String action,
        String objectType,
        String objectIdentifier,
        Optional<String> objectId,
        String actorType,
        Optional<String> actorIdentifier,
        Optional<String> ipAddress,
        Optional<String> requestId,
        ScimObject details) {}
