package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For random users and random filters the database selects whom the reference selects. More of them:
 * {@code -Dcortexscim.filters=5000}.
 */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomFiltersIT {
    private static final int FILTERS = Integer.getInteger("cortexscim.filters", 100);
    private static final int USERS = 60;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final String mark = "rf" + UUID.randomUUID().toString().substring(0, 8);
    private final List<JsonObject> users = new ArrayList<>();

    @BeforeAll
    void givenRandomUsers() {
        RandomUsers random = new RandomUsers(new Chance(20261123));
        for (int i = 0; i < USERS; i++) {
            JsonObject user = random.next(mark + "-" + i + "@example.com");
            users.add(http.post("/Users", user.toString()).hasStatus(201).json());
        }
    }

    @Test
    void usersKeepWhatTheyWereGiven() {
        JsonObject sent = new RandomUsers(new Chance(20261123)).next(mark + "-0@example.com");

        assertThat(users.get(0).keySet()).containsAll(sent.keySet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sqlSelects_whatTheReferenceSelects(long seed) {
        RandomFilters filters = new RandomFilters(new Chance(seed), created());
        int selected = 0;
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.next();
            List<String> expected = users.stream()
                    .filter(user -> ReferenceFilter.matches(filter, user))
                    .map(user -> user.getString("id"))
                    .toList();
            assertThat(idsFor(filter))
                    .as("seed %d: %s", seed, FilterText.of(filter))
                    .isEqualTo(expected);
            selected += expected.isEmpty() || expected.size() == USERS ? 0 : 1;
        }
        // A comparison of nothing with nothing would prove nothing.
        assertThat(selected).isGreaterThan(FILTERS / 3);
    }

    private List<Instant> created() {
        return users.stream()
                .map(user -> Instant.parse(user.getJsonObject("meta").getString("created")))
                .toList();
    }

    private List<String> idsFor(Filter filter) {
        String text = "userName sw \"%s\" and %s".formatted(mark, FilterText.of(filter));
        Answer answer = http.get("/Users?attributes=id&count=1000&filter=" + ScimClient.encoded(text))
                .hasStatus(200);
        return answer.objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
