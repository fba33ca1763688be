package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by startIndex while users are deleted: where the next page begins. */
@ExtendWith(FreshWorkspace.class)
class WalksIT {
    private static final String BY_NAME = "&sortBy=userName";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"", BY_NAME, "&sortBy=meta.created", "&sortBy=title"})
    void goesOnBehindItsLastPage(String sort) {
        List<String> ids = givenPeople(9);
        Walk walk = walk(sort);

        walk.next(http);
        delete(ids.subList(0, 2));
        walk.toTheEnd(http);

        assertThat(walk.seen()).isEqualTo(ids);
    }

    @Test
    void missesNobody_whenTwoWalksMeet() {
        List<String> ids = givenPeople(9);
        Walk slow = walk(BY_NAME);
        slow.next(http);
        delete(ids.subList(0, 2));
        Walk fast = walk(BY_NAME);
        fast.next(http);

        slow.toTheEnd(http);
        fast.toTheEnd(http);

        assertThat(slow.seen()).isEqualTo(ids);
        assertThat(fast.seen()).containsSubsequence(ids.subList(2, 9));
    }

    @Test
    void readsNobodyTwice_whenAnEarlierWalkHasGoneOn() {
        List<String> ids = givenPeople(9);
        walk("").toTheEnd(http);
        delete(ids.subList(0, 2));

        assertThat(walk("").toTheEnd(http).seen()).isEqualTo(ids.subList(2, 9));
    }

    private Walk walk(String sort) {
        return new Walk(3, "&filter=" + ScimClient.encoded("userName sw \"" + mark + "\"") + sort);
    }

    private List<String> givenPeople(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(http.post("/Users", "{\"userName\":\"%s-%d@example.com\"}".formatted(mark, i))
                    .hasStatus(201)
                    .text("id"));
        }
        return ids;
    }

    private void delete(List<String> ids) {
        ids.forEach(id -> http.delete("/Users/" + id).hasStatus(204));
    }
}
