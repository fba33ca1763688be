package org.cortexscim.access.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.roles.Roles;
import org.cortexscim.storage.CachesForgotten;
import org.cortexscim.storage.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the keys of requests. What is found is kept for a second; what is unknown is kept apart, so that a flood of
 * made-up keys pushes no good one out.
 */
@ApplicationScoped
public class KnownKeys {
    private static final int MAX_KNOWN = 10_000;
    private static final int MAX_UNKNOWN = 1_000;

    @Inject
    private SecretStore secrets;

    @Inject
    private Roles roles;

    @Inject
    private KeyUse use;

    @Inject
    private Clock clock;

    private final Cache<String, KnownKey> known = Caffeine.newBuilder()
            .maximumSize(MAX_KNOWN)
            .expireAfterWrite(Remembered.FRESHNESS)
            .build();
    private final Cache<String, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(MAX_UNKNOWN)
            .expireAfterWrite(Remembered.FRESHNESS)
            .build();

    /** The key that has this secret; empty when no valid key has it. */
    public Optional<KnownKey> find(String secret) {
        if (ApiKeySecret.isMistyped(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = ApiKeySecret.hash(secret);
        Optional<KnownKey> key = ofSecret(hash);
        key.ifPresent(found -> use.used(hash, found.cid(), now));
        return key;
    }

    /** The key that has a secret of this {@link ApiKeySecret#hash hash}; empty when no valid key has it. */
    public Optional<KnownKey> ofSecret(String hash) {
        Instant now = clock.instant();
        return ofHash(hash).filter(found -> found.isValid(now));
    }

    private Optional<KnownKey> ofHash(String hash) {
        if (unknown.getIfPresent(hash) != null) {
            return Optional.empty();
        }
        Optional<KnownKey> key = Optional.ofNullable(known.get(hash, this::load));
        if (key.isEmpty()) {
            unknown.put(hash, true);
        }
        return key;
    }

    private @Nullable KnownKey load(String hash) {
        return secrets.find(hash)
                .filter(secret -> ApiKeySecret.isSame(secret.hash(), hash))
                .map(secret ->
                        KnownKey.of(secret, roles.permissionsOf(secret.key().roles())))
                .orElse(null);
    }

    /** On this node a change holds at once. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyChanged change) {
        known.asMap().values().removeIf(key -> key.cid().equals(change.cid()));
    }

    void forgetAll(@Observes CachesForgotten event) {
        known.invalidateAll();
        unknown.invalidateAll();
    }
}
