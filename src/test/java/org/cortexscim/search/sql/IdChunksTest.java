package org.cortexscim.search.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdChunksTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "100, 128", "256, 256", "257, 512", "512, 512"})
    void fillsAChunkUp_toAPowerOfTwo(int count, int size) {
        List<List<String>> chunks = IdChunks.of(ids(count));

        assertThat(chunks).singleElement().satisfies(chunk -> {
            assertThat(chunk).hasSize(size).startsWith(ids(count).toArray(String[]::new));
            assertThat(chunk.subList(count, size)).allMatch(ids(count).get(count - 1)::equals);
        });
    }

    @Test
    void cutsManyIds() {
        List<List<String>> chunks = IdChunks.of(ids(1030));

        assertThat(chunks).extracting(List::size).containsExactly(512, 512, 8);
        assertThat(chunks.stream().flatMap(List::stream).distinct()).containsExactlyElementsOf(ids(1030));
        assertThat(IdChunks.of(List.of())).isEmpty();
    }

    @Test
    void namesEveryId_inACondition() {
        assertThat(IdChunks.in("m.id", List.of("a", "b")).sql()).isEqualTo("m.id in (?, ?)");
        assertThat(IdChunks.in("m.id", List.of("a", "b")).values()).isEqualTo(List.of("a", "b"));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id" + i).toList();
    }
}
