package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

    @Test
    void sortByTheirTime() {
        assertThat(Ids.at(NOON)).isLessThan(Ids.at(NOON.plusMillis(1)));
    }

    @Test
    void haveABoundForEachTime() {
        assertThat(Ids.firstAt(NOON)).isLessThan(Ids.at(NOON)).isGreaterThan(Ids.at(NOON.minusMillis(1)));
        assertThat(Ids.firstAt(NOON.plusNanos(1))).isEqualTo(Ids.firstAt(NOON.plusMillis(1)));
        assertThat(Ids.firstAt(Instant.parse("0001-01-01T00:00:00Z"))).isLessThan(Ids.at(Instant.EPOCH));
        assertThat(Ids.firstAt(Instant.parse("9999-12-31T00:00:00Z"))).isGreaterThan(Ids.at(NOON));
    }
}
