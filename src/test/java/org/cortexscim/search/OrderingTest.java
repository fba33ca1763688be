package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.storage.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A position in a list, and what comes after it; without a value means last, and first when descending. */
class OrderingTest {
    private static final Ordering BY_ID = new Ordering(false, false);
    private static final Ordering UP = new Ordering(true, false);
    private static final Ordering DOWN = new Ordering(true, true);

    @Test
    void ordersByKeyThenById() {
        assertThat(BY_ID.clause("t")).isEqualTo(" order by t.id asc");
        assertThat(UP.clause("t")).isEqualTo(" order by t.k asc, t.id asc");
        assertThat(DOWN.clause("t")).isEqualTo(" order by t.k desc, t.id desc");
        assertThat(UP.reversed()).isEqualTo(DOWN);
    }

    @Test
    void continuesBehindAnId() {
        assertThat(BY_ID.after("r", new Position(null, "i"))).isEqualTo(Sql.of("r.id > ?", "i"));
        assertThat(BY_ID.reversed().after("r", new Position(null, "i"))).isEqualTo(Sql.of("r.id < ?", "i"));
    }

    @Test
    void continuesBehindAKey() {
        assertThat(UP.after("t", new Position("k", "i")))
                .isEqualTo(new Sql("((t.k > ? or (t.k = ? and t.id > ?)) or t.k is null)", List.of("k", "k", "i")));
        assertThat(DOWN.after("t", new Position(7L, "i")))
                .isEqualTo(new Sql("(t.k < ? or (t.k = ? and t.id < ?))", List.of(7L, 7L, "i")));
    }

    @Test
    void continuesAmongThoseWithoutAKey() {
        assertThat(UP.after("t", new Position(null, "i")))
                .isEqualTo(new Sql("(t.k is null and t.id > ?)", List.of("i")));
        assertThat(DOWN.after("t", new Position(null, "i")))
                .isEqualTo(new Sql("(t.k is not null or (t.k is null and t.id < ?))", List.of("i")));
    }

    @ParameterizedTest
    @CsvSource({"a, 1, b, 0, true", "b, 0, a, 1, false", "a, 1, a, 2, true", "a, 1, , 0, true", ", 1, , 2, true"})
    void knowsTheEarlierOfTwoPositions(String key, String id, String otherKey, String otherId, boolean first) {
        Position one = new Position(key, id);
        Position other = new Position(otherKey, otherId);

        assertThat(UP.first(one, other)).isSameAs(first ? one : other);
        assertThat(DOWN.first(one, other)).isSameAs(first ? other : one);
    }

    @Test
    void comparesNumbersAsNumbers() {
        Position nine = new Position(9L, "i");
        Position ten = new Position(10L, "i");

        assertThat(UP.first(ten, nine)).isSameAs(nine);
    }
}
