package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cortexscim.scim.ScimException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {
    @ParameterizedTest
    @CsvSource({
        "200, 200, 200, false",
        "403, 403, 403, true",
        "3xx, 300, 399, false",
        "4xx, 400, 499, true",
        "5XX, 500, 599, true"
    })
    void areOne_orAClass(String text, int first, int last, boolean failed) {
        assertThat(Statuses.named(text)).isEqualTo(new Statuses(first, last));
        assertThat(Statuses.named(text).failed()).isEqualTo(failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "100", "600", "6xx", "4x", "40x", "4xX", "403,404", " 403", "-403"})
    void areNothingElse(String text) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Statuses.named(text))
                .satisfies(refusal -> assertThat(refusal.detail()).contains("'status'", "4xx"));
    }
}
