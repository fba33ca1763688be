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

    static KnownKey of(ApiKey key, Set<Permission> permissions, Optional<Instant> secretEnd) {
        Optional<Instant> end =
                Stream.concat(key.expires().stream(), secretEnd.stream()).min(Instant::compareTo);
        return new KnownKey(key.cid(), key.label().name(), permissions, end);
    }

    boolean isValid(Instant now) {
        return end.filter(time -> !time.isAfter(now)).isEmpty();
    }
}
