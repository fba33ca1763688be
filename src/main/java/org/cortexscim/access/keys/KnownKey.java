package org.cortexscim.access.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cortexscim.roles.Permission;

/**
 * A key that a secret belongs to.
 *
 * @param end from when on this secret is refused; empty for never
 */
public record KnownKey(String cid, String name, Set<Permission> permissions, Optional<Instant> end) {
    public KnownKey {
        permissions = Set.copyOf(permissions);
    }

    static KnownKey of(ApiKeySecretEntity secret, Set<Permission> permissions) {
        ApiKeyEntity key = secret.key();
        Optional<Instant> end = Stream.of(key.expires(), secret.validUntil())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return new KnownKey(key.cid(), key.name(), permissions, end);
    }

    boolean isValid(Instant now) {
        return end.filter(time -> !time.isAfter(now)).isEmpty();
    }
}
