package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** sortBy and sortOrder (RFC 7644 §3.4.2.3), in lists and walks. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortingIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    void givenPeople() {
        create("1", "\"familyName\":\"Baker\"", "\"title\":\"clerk\"", "z1", "a9");
        create("2", "\"familyName\":\"abel\"", "\"active\":true", "y2", "a8");
        create("3", "\"familyName\":\"Cole\"", "\"title\":\"Boss\"", "x3", "a7");
        create("4", "\"givenName\":\"Only\"", "\"title\":\"Agent\"", "w4", "a6");
    }

    private void create(String name, String part, String more, String home, String work) {
        http.post("/Users", """
                {"userName":"%1$s-%2$s@example.com","name":{%3$s},%4$s,"emails":[
                 {"type":"home","value":"%5$s-%1$s@example.com"},
                 {"type":"work","value":"%6$s-%1$s@example.com","primary":true}]}""".formatted(mark, name, part, more, home, work)).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    userName         | 1234
                    USERNAME         | 1234
                    name.familyName  | 2134
                    title            | 4312
                    urn:ietf:params:scim:schemas:core:2.0:User:title | 4312
                    emails           | 4321
                    emails.value     | 4321
                    meta.created     | 1234
                    id               | 1234
                    """)
    void sorts(String attribute, String order) {
        List<String> names = sorted(attribute, "ascending");

        assertThat(String.join("", names)).isEqualTo(order);
        Collections.reverse(names);
        assertThat(sorted(attribute, "descending")).isEqualTo(names);
        assertThat(sorted(attribute, "Ascending"))
                .isEqualTo(order.chars().mapToObj(Character::toString).toList());
    }

    private List<String> sorted(String attribute, String order) {
        return names(
                http.get(list("&sortBy=" + attribute + "&sortOrder=" + order)).hasStatus(200));
    }

    private String list(String more) {
        return "/Users?attributes=userName&filter=" + ScimClient.encoded("userName sw \"" + mark + "\"") + more;
    }

    private List<String> names(Answer page) {
        return new ArrayList<>(page.objects("Resources").stream()
                .map(user -> user.getString("userName").substring(mark.length() + 1, mark.length() + 2))
                .toList());
    }

    @Test
    void walksByIndex_inThatOrder() {
        List<String> seen = new ArrayList<>();
        for (int start = 1; start <= 4; start++) {
            seen.addAll(names(http.get(list("&sortBy=title&count=1&startIndex=" + start))));
        }

        assertThat(seen).containsExactly("4", "3", "1", "2");
    }

    /** The order must hold when what has been read already goes away. */
    @Test
    void walksPastDeletions_inThatOrder() {
        String userName = "00-" + UUID.randomUUID() + "@example.com";
        String id = http.post("/Users", "{\"userName\":\"%s\",\"title\":\"0-%s\"}".formatted(userName, mark))
                .text("id");
        String filter = ScimClient.encoded("userName sw \"%s\" or title eq \"0-%s\"".formatted(mark, mark));
        String pages = "/Users?attributes=userName&sortBy=title&count=2&filter=" + filter + "&startIndex=";
        http.get(pages + 1).hasStatus(200).has("totalResults", 5).has("Resources/0/id", id);

        http.delete("/Users/" + id).hasStatus(204);

        assertThat(names(http.get(pages + 3))).containsExactly("3", "1");
        assertThat(names(http.get(pages + 5))).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "name",
                "groups",
                "members",
                "password",
                "emails[type eq \"work\"]",
                "meta",
                "schemas"
            })
    void refusesToSort_byWhatHasNoOrder(String attribute) {
        http.get("/Users?sortBy=" + ScimClient.encoded(attribute))
                .isScimError(400, "invalidValue")
                .saying("sortBy");
    }

    @Test
    void refusesAnUnknownOrder() {
        http.get("/Users?sortBy=title&sortOrder=upwards")
                .isScimError(400, "invalidValue")
                .saying("sortOrder");
    }

    @Test
    void sortsGroups() {
        http.post("/Groups", "{\"displayName\":\"b-%s\"}".formatted(mark)).hasStatus(201);
        http.post("/Groups", "{\"displayName\":\"A-%s\"}".formatted(mark)).hasStatus(201);
        String groups = "/Groups?sortBy=displayName&filter=" + ScimClient.encoded("displayName ew \"-" + mark + "\"");

        http.get(groups).has("Resources/0/displayName", "A-" + mark).has("Resources/1/displayName", "b-" + mark);
        http.get(groups + "&sortOrder=descending").has("Resources/0/displayName", "b-" + mark);
    }
}
