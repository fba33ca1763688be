package org.cortexscim.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LevelsTest {

    static Stream<Arguments> ways() {
        return Stream.of(
                arguments("", "a", 0),
                arguments("ab", "a", 1),
                arguments("ab", "b", 0),
                arguments("ab bc cd", "a", 3),
                arguments("ab ac bd cd", "a", 2),
                arguments("ad ab bc cd", "a", 3),
                arguments("ab bc cd", "bd", 2),
                arguments("ab bc cd", "", 0));
    }

    /** An edge is two letters. */
    @ParameterizedTest
    @MethodSource("ways")
    void countsTheLongestWay(String edges, String from, int levels) {
        List<Object[]> rows = Stream.of(edges.split(" "))
                .filter(edge -> !edge.isEmpty())
                .map(edge -> new Object[] {edge.substring(0, 1), edge.substring(1)})
                .toList();

        assertThat(Levels.of(rows)
                        .from(from.chars().mapToObj(Character::toString).toList()))
                .isEqualTo(levels);
    }

    /** Without memory this would take 2 to the power of 40 steps. */
    @Test
    void passesEachPlaceOnce() {
        List<Object[]> rows = Stream.iterate(0, i -> i < 40, i -> i + 1)
                .flatMap(i -> Stream.of("x", "y")
                        .flatMap(from -> Stream.of("x", "y").map(to -> new Object[] {from + i, to + (i + 1)})))
                .toList();

        assertThat(Levels.of(rows).from(List.of("x0"))).isEqualTo(40);
    }
}
