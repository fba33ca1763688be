package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.FilterParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what was written gives the same filter, whatever filter it is. */
class FilterTextTest {
    private static final int FILTERS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void parseUndoesPrint(long seed) {
        RandomFilters filters = new RandomFilters(new Chance(seed), List.of(Instant.parse("2026-01-31T08:00:00.123Z")));

        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.next();
            String text = FilterText.of(filter);
            assertThat(FilterParser.parse(text)).as("seed %d: %s", seed, text).isEqualTo(filter);
            // Spaces and the case of words do not matter.
            assertThat(FilterParser.parse(text.replace(" and ", "  AND ").replace("not (", "NOT(")))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(filter);
        }
    }
}
