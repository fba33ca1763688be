package org.cortexscim.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.storage.InTransaction;

/** Makes API keys, and recognizes them. */
@ApplicationScoped
public class ApiKeys {
    /** A key that another node deletes is refused here after this time. */
    private static final Duration FRESHNESS = Duration.ofSeconds(1);

    private static final int MAX_CACHED = 10_000;

    @Inject
    private ApiKeyStore store;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    private final LoadingCache<String, Optional<Caller>> callers = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(FRESHNESS)
            .build(hash -> load(hash));

    /**
     * A new key.
     *
     * @return the secret, which nobody can read again
     */
    @InTransaction
    public String create(String name, Set<RoleRef> keyRoles) {
        String secret = ApiKeySecret.generate();
        add(ApiKeySecret.generateCid(), name, secret, keyRoles);
        return secret;
    }

    /** Stores a key whose secret is known already. */
    @InTransaction
    void add(String cid, String name, String secret, Set<RoleRef> keyRoles) {
        store.insert(new ApiKeyEntity(cid, name, secret, keyRoles, clock.instant()));
    }

    /** Whether there is no key at all, so that nobody can sign in. */
    @InTransaction
    boolean isEmpty() {
        return store.isEmpty();
    }

    /** The caller who holds this secret; empty when no valid key has it. */
    Optional<Caller> caller(String secret) {
        return callers.get(ApiKeySecret.hash(secret));
    }

    private Optional<Caller> load(String hash) {
        return store.findByHash(hash)
                .filter(key -> ApiKeySecret.isSame(key.secretHash(), hash))
                .filter(key -> !key.isExpired(clock.instant()))
                .map(key -> new Caller(
                        Caller.Type.API_KEY,
                        key.cid(),
                        key.name(),
                        roles.permissionsOf(key.roles()),
                        Optional.empty()));
    }
}
