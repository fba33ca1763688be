package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/**
 * Gives keys new secrets in two steps. The start adds a new secret, while the former one stays valid for the overlap.
 * The end is one of three: completing ends the former secret, undoing ends the new one, and when the overlap is over, the
 * former one has ended by itself.
 *
 * <p>So a key has two secrets at most, and a second rotation has to wait for the end of the first. The exception is
 * an overlap of nothing, the answer to a leak: it is always possible, and leaves no secret but the newest.
 */
@ApplicationScoped
@InTransaction
public class KeyRotation {
    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);
    private static final Duration MAX_OVERLAP = Duration.ofDays(30);

    /** The clocks of nodes differ by less: what has ended for all of them, none can bring back by undoing a rotation. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    @Inject
    private ApiKeyStore store;

    @Inject
    private SecretStore secrets;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Inject
    private Event<ApiKeyChanged> changes;

    /**
     * Gives a key a new secret.
     *
     * @param overlap how long the former secret stays valid, from 0 to 30 days; 0 also ends one of a running rotation
     * @param caller the permissions of the caller: the secret gives all permissions of the key
     * @throws ScimException invalidValue for another overlap, 404, 403 naming the permissions that the caller lacks, 409
     *     when the key has expired, or when a rotation is running and the overlap is not 0
     */
    public IssuedKey start(String cid, Duration overlap, Authority caller) {
        requireInBounds(overlap);
        ApiKeyEntity entity = lock(cid, caller);
        Instant now = clock.instant();
        Instant formerEnd = now.plusMillis(overlap.toMillis());
        boolean atOnce = formerEnd.equals(now);
        ApiKey before = unexpired(entity, now);
        if (!atOnce) {
            requireNoRotation(before);
        }
        String secret = ApiKeySecret.generate();
        entity.startRotation(secret, now, formerEnd);
        ApiKey after = entity.toKey(now);
        fire(atOnce ? ApiKeyChanged.Kind.ROTATED : ApiKeyChanged.Kind.ROTATION_STARTED, before, after);
        return new IssuedKey(after, secret);
    }

    /**
     * Ends the former secret of a running rotation.
     *
     * @param caller the permissions of the caller, who needs all permissions of the key
     * @throws ScimException 404, 403 naming the permissions that the caller lacks, 409 when the key has expired or no
     *     rotation is running
     */
    public ApiKey complete(String cid, Authority caller) {
        return end(cid, caller, ApiKeyChanged.Kind.ROTATION_COMPLETED, (key, now) -> key.completeRotation());
    }

    /**
     * Ends the new secret of a running rotation, and makes the former one the current one again, without an end.
     *
     * @param caller the permissions of the caller, who needs all permissions of the key
     * @throws ScimException 404, 403 naming the permissions that the caller lacks, 409 when the key has expired or no
     *     rotation is running
     */
    public ApiKey undo(String cid, Authority caller) {
        return end(cid, caller, ApiKeyChanged.Kind.ROTATION_UNDONE, ApiKeyEntity::undoRotation);
    }

    /**
     * Gives a key that secret and no other, for an operator who has lost it.
     *
     * @return false when it is so already
     */
    boolean replace(String cid, String secret) {
        ApiKeyEntity entity = store.lock(cid).orElseThrow(ApiKeys::unknown);
        Instant now = clock.instant();
        ApiKey before = entity.toKey(now);
        boolean changed = entity.replaceSecrets(secret, now);
        if (changed) {
            store.flush();
            fire(ApiKeyChanged.Kind.ROTATED, before, entity.toKey(now));
        }
        return changed;
    }

    private ApiKey end(
            String cid, Authority caller, ApiKeyChanged.Kind kind, BiConsumer<ApiKeyEntity, Instant> change) {
        ApiKeyEntity entity = lock(cid, caller);
        Instant now = clock.instant();
        ApiKey before = unexpired(entity, now);
        requireRotation(before);
        change.accept(entity, now);
        ApiKey after = entity.toKey(now);
        fire(kind, before, after);
        return after;
    }

    /** Deletes the hashes of secrets that have ended: they open nothing any more. */
    void forgetEnded() {
        secrets.deleteEnded(clock.instant().minus(CLOCKS_DIFFER));
    }

    /** Of two requests that end a rotation in the same moment, the second waits here and then finds none. */
    private ApiKeyEntity lock(String cid, Authority caller) {
        ApiKeyEntity entity = store.lock(cid).orElseThrow(ApiKeys::unknown);
        caller.requireAll(roles.permissionsOf(entity.roles()));
        return entity;
    }

    private static ApiKey unexpired(ApiKeyEntity entity, Instant now) {
        ApiKey key = entity.toKey(now);
        if (key.isExpired(now)) {
            throw ScimException.conflict("The API key has expired. Create a new one instead.");
        }
        return key;
    }

    private void fire(ApiKeyChanged.Kind kind, ApiKey before, ApiKey after) {
        changes.fire(ApiKeyChanged.of(kind, after, Difference.between(before.audited(), after.audited())));
    }

    private static void requireNoRotation(ApiKey key) {
        if (key.former().isPresent()) {
            throw ScimException.conflict(
                    "A rotation of this API key is already running. End it first: complete it with POST %1$s/complete,"
                                    .formatted(path(key))
                            + " or undo it with DELETE %s. If a secret has leaked, send the overlap PT0S instead: it"
                                    .formatted(path(key))
                            + " ends all other secrets at once.");
        }
    }

    private static void requireRotation(ApiKey key) {
        if (key.former().isEmpty()) {
            throw ScimException.conflict(
                    "No rotation of this API key is running: it has only one valid secret, so there is nothing to"
                            + " complete or undo. Start a rotation with POST %s.".formatted(path(key)));
        }
    }

    private static String path(ApiKey key) {
        return "/api/v1/auth/key/" + key.cid() + "/rotation";
    }

    private static void requireInBounds(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw ScimException.invalidValue(
                    "'overlap' must be a duration from PT0S to P%dD.".formatted(MAX_OVERLAP.toDays()));
        }
    }
}
