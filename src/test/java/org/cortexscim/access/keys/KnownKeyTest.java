package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.junit.jupiter.api.Test;

/** A key that was recognized goes on being asked for its end: what is cached may be over. */
class KnownKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Instant LATER = NOW.plusMillis(500);

    @Test
    void endsWithTheKey() {
        KnownKey key = known(Optional.of(LATER), Optional.empty());

        assertThat(key.isValid(NOW)).isTrue();
        assertThat(key.isValid(LATER.minusMillis(1))).isTrue();
        assertThat(key.isValid(LATER)).isFalse();
    }

    @Test
    void endsWithTheSecret_whenThatIsEarlier() {
        assertThat(known(Optional.of(LATER), Optional.of(NOW)).isValid(NOW)).isFalse();
        assertThat(known(Optional.empty(), Optional.of(NOW)).isValid(NOW)).isFalse();
        assertThat(known(Optional.of(NOW), Optional.of(LATER)).isValid(NOW)).isFalse();
        assertThat(known(Optional.empty(), Optional.of(LATER)).isValid(NOW)).isTrue();
    }

    @Test
    void hasNoEnd_whenNeitherHas() {
        assertThat(known(Optional.empty(), Optional.empty()).isValid(Instant.MAX))
                .isTrue();
    }

    private static KnownKey known(Optional<Instant> expires, Optional<Instant> secretEnd) {
        KeyLabel label = new KeyLabel("test", Optional.empty());
        NewApiKey wanted = new NewApiKey(label, Set.of(RoleRef.ADMIN), expires);
        ApiKeyEntity key = new ApiKeyEntity("ak1", wanted, "first-secret", NOW);
        ApiKeySecretEntity secret = new ApiKeySecretEntity(key, "second-secret", NOW);
        secretEnd.ifPresent(secret::endBy);
        return KnownKey.of(secret, Set.of());
    }
}
