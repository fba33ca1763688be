package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2018-02-13T15:05:24.000-08:00, 2018-02-13T23:05:24Z",
        "2026-01-31T08:00:00, 2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00.123456789+05:45, 2026-01-31T02:15:00.123456789Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void readsInstant(String text, Instant instant) {
        assertThat(DateTimes.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-01-31",
                "08:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-31T25:00:00Z",
                "2026-01-31 08:00:00Z",
                " 2026-01-31T08:00:00Z",
                "2026-01-31T08:00:00+19:00",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                // In UTC these lie in the years 10000 and 0.
                "9999-12-31T23:59:59-01:00",
                "0001-01-01T00:00:00+01:00",
                "+999999999-12-31T23:59:59-18:00"
            })
    void readsNothing_whenTextIsNoDateTimeOfFourDigitYears(String text) {
        assertThat(DateTimes.parse(text)).isEmpty();
    }
}
