package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a key's end is near enough for a warning. */
class ExpiryWindowTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "PT0S,",
        "-PT1S,",
        "PT0.001S,DAY",
        "PT23H,DAY",
        "PT24H,DAY",
        "PT24H0.001S,WEEK",
        "P7D,WEEK",
        "P7DT0.001S,TWENTY_DAYS",
        "P20D,TWENTY_DAYS",
        "P20DT0.001S,"
    })
    void isTheShortestThatFits(Duration left, ExpiryWindow expected) {
        Instant now = clock.instant();

        assertThat(ExpiryWindow.of(now.plus(left), now)).isEqualTo(Optional.ofNullable(expected));
    }
}
