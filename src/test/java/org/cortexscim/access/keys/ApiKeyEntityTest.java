package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.junit.jupiter.api.Test;

/** A key has one current secret at any time, and at most one former secret that has not ended. */
class ApiKeyEntityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(1));

    private final ApiKeyEntity key =
            new ApiKeyEntity("ak1", NewApiKey.named("test", Set.of(RoleRef.ADMIN)), "secret-1111", NOW);

    @Test
    void hasOneSecret_untilARotationStarts() {
        thenSecretsAre(NOW, "1111");

        key.startRotation("secret-2222", NOW, END);

        thenSecretsAre(NOW, "2222", "1111");
        assertThat(key.toKey(NOW).last4()).isEqualTo("2222");
        assertThat(key.toKey(NOW).secrets())
                .extracting(KeySecret::end)
                .containsExactly(Optional.empty(), Optional.of(END));
    }

    @Test
    void leavesOutTheFormerSecret_fromTheMomentWhenItEnds() {
        key.startRotation("secret-2222", NOW, END);

        thenSecretsAre(END.minusMillis(1), "2222", "1111");
        thenSecretsAre(END, "2222");
    }

    @Test
    void keepsTheNewestAlone_whenThereIsNoOverlap() {
        key.startRotation("secret-2222", NOW, END);
        key.startRotation("secret-3333", NOW, NOW);

        thenSecretsAre(NOW, "3333");
    }

    @Test
    void keepsTheNewSecret_whenCompleted() {
        key.startRotation("secret-2222", NOW, END);
        key.completeRotation();

        thenSecretsAre(NOW, "2222");
    }

    @Test
    void keepsTheFormerSecretWithoutAnEnd_whenUndone() {
        key.startRotation("secret-2222", NOW, END);
        key.undoRotation(NOW);

        thenSecretsAre(END.plusMillis(1), "1111");
    }

    /** The timer deletes what has ended, but some time later. */
    @Test
    void neverRevivesASecretThatHasEnded() {
        key.startRotation("secret-2222", NOW, END);
        key.startRotation("secret-3333", END, END.plusSeconds(60));
        key.undoRotation(END);

        thenSecretsAre(END, "2222");
    }

    private void thenSecretsAre(Instant now, String... last4) {
        assertThat(key.toKey(now).secrets()).extracting(KeySecret::last4).containsExactly(last4);
    }
}
