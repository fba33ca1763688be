package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.Ids;

/** Writes entries: who calls, from where and when is added to what an observer tells. */
@ApplicationScoped
class AuditWriter {
    private static final int MAX_IDENTIFIER = 600;
    private static final int MAX_NAMED_MEMBERS = 20_000;

    @Inject
    private AuditStore store;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    /** A group of any size can lose all its members at once, and the entry has to fit its column. */
    static List<String> named(Set<String> ids) {
        return ids.stream().sorted().limit(MAX_NAMED_MEMBERS).toList();
    }

    static List<ScimObject> changes(List<Difference> differences) {
        return differences.stream()
                .map(difference -> ScimObject.of("attribute", difference.path())
                        .with("before", difference.before())
                        .with("after", difference.after()))
                .toList();
    }

    /** Writes what the request that is being answered does. */
    void write(
            AuditAction action,
            AuditObject objectType,
            String identifier,
            Optional<String> objectId,
            ScimObject details) {
        write(action, objectType, identifier, objectId, details, current.address());
    }

    /** Writes what another request did, which came from that address. */
    void write(
            AuditAction action,
            AuditObject objectType,
            String identifier,
            Optional<String> objectId,
            ScimObject details,
            String address) {
        Optional<Caller> caller = current.caller();
        store.insert(new AuditEntry(
                Ids.next(),
                clock.instant(),
                action,
                objectType,
                identifier.substring(0, Math.min(MAX_IDENTIFIER, identifier.length())),
                objectId,
                caller.map(known -> AuditActor.valueOf(known.type().name())).orElse(AuditActor.ANONYMOUS),
                caller.map(Caller::identifier),
                caller.flatMap(AuditWriter::email),
                text(address),
                text(current.requestId()),
                current.isTest() ? details.with("test", true) : details));
    }

    /** A token names its person; an API key does not belong to a person. */
    private static Optional<String> email(Caller caller) {
        return caller.type() == Caller.Type.OAUTH2 ? Optional.of(caller.identifier()) : Optional.empty();
    }

    /** A change that no request has asked for has neither an address nor a request's id. */
    private static Optional<String> text(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }
}
