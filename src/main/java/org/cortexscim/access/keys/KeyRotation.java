package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** Gives keys new secrets, while the former ones go on for as long as it takes to bring out the new ones. */
@ApplicationScoped
@InTransaction
public class KeyRotation {
    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);
    private static final Duration MAX_OVERLAP = Duration.ofDays(30);

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
     * A key with its new secret.
     *
     * @param formerEnd when the secrets that it had before end, at the latest
     */
    public record Rotated(IssuedKey issued, Instant formerEnd) {}

    /**
     * Gives a key a new secret.
     *
     * @param overlap how long the former secrets stay valid, from 0 to 30 days; one that was to end earlier still does
     * @param caller the permissions of the caller: the secret gives all permissions of the key
     * @throws ScimException invalidValue for another overlap, 404, 403 naming the permissions that the caller lacks, 409
     *     when the key has expired
     */
    public Rotated rotate(String cid, Duration overlap, Authority caller) {
        requireInBounds(overlap);
        ApiKeyEntity entity = store.lock(cid).orElseThrow(ApiKeys::unknown);
        ApiKey before = entity.toKey();
        Instant now = clock.instant();
        caller.requireAll(roles.permissionsOf(before.roles()));
        if (before.isExpired(now)) {
            throw ScimException.conflict("The API key has expired. Create a new one instead.");
        }
        Instant end = now.plus(overlap);
        secrets.endBy(cid, end);
        secrets.deleteEnded(now);
        String secret = issue(entity, now);
        changes.fire(ApiKeyChanged.of(ApiKeyChanged.Kind.ROTATED, before, differences(before, entity.toKey(), end)));
        return new Rotated(new IssuedKey(entity.toKey(), secret), end);
    }

    /** Deletes the hashes of secrets that have ended: they open nothing any more. */
    void forgetEnded() {
        secrets.deleteEnded(clock.instant());
    }

    private String issue(ApiKeyEntity entity, Instant now) {
        String secret = ApiKeySecret.generate();
        entity.setLast4(ApiKeySecret.last4(secret));
        secrets.insert(new ApiKeySecretEntity(entity, secret, now));
        return secret;
    }

    private static List<Difference> differences(ApiKey before, ApiKey after, Instant end) {
        return List.of(
                new Difference("last4", before.last4(), after.last4()),
                new Difference("previousSecretValidUntil", null, end.toString()));
    }

    private static void requireInBounds(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw ScimException.invalidValue(
                    "'overlap' must be a duration from PT0S to P%dD.".formatted(MAX_OVERLAP.toDays()));
        }
    }
}
