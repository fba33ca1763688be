package org.cortexscim.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void givesEachNameAsManyTokensAsAMinuteAllows() {
        Buckets buckets = new Buckets(2);

        assertThat(buckets.take("ada")).isEmpty();
        assertThat(buckets.take("ada")).isEmpty();
        assertThat(buckets.take("ada"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
        assertThat(buckets.take("bob")).isEmpty();
    }

    @Test
    void tellsTheWaitWithoutTakingAToken() {
        Buckets buckets = new Buckets(1);

        assertThat(buckets.wait("ada")).isEmpty();
        assertThat(buckets.wait("ada")).isEmpty();
        buckets.take("ada");

        assertThat(buckets.wait("ada")).isPresent();
    }

    @Test
    void givesAnyNumber_whenTheSizeIsZero() {
        Buckets buckets = new Buckets(0);

        for (int i = 0; i < 10_000; i++) {
            assertThat(buckets.take("ada")).isEmpty();
        }
        assertThat(buckets.wait("ada")).isEmpty();
    }

    @Test
    void refusesANegativeSize() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Buckets.configured("SCIM_REQUESTS_PER_MINUTE", -1))
                .withMessageStartingWith("SCIM_REQUESTS_PER_MINUTE must be");
    }
}
