package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of users who are large: this server's answers have at most 1 MB of them, and a walk still meets everybody. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargePagesIT {
    private static final int PEOPLE = 6;
    private static final int FIT = 4;
    /** A user with that many has a quarter of a megabyte. */
    private static final int CERTIFICATES = 30;

    /** A user with that many has more than a megabyte. */
    private static final int TOO_MANY = 130;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String filter = "?filter=" + ScimClient.encoded("userName sw \"" + mark + "\"");
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    void givenLargePeople() {
        for (int i = 0; i < PEOPLE; i++) {
            ids.add(http.post("/Users", person(i, CERTIFICATES)).hasStatus(201).text("id"));
        }
    }

    @AfterAll
    void deletePeople() {
        ids.forEach(id -> http.delete("/Users/" + id).hasStatus(204));
    }

    @Test
    void refusesAPageThatIsCounted() {
        String emails = IntStream.range(0, PEOPLE)
                .mapToObj(i -> mark + "-" + i + "@example.com")
                .collect(Collectors.joining(","));
        ScimClient admin = workspace.http();

        admin.get("//api/v1/users/roles?pageSize=1000&email=" + emails).isCortexError(400, "BAD_REQUEST");
        admin.get("//api/v1/users/roles?pageSize=4&email=" + emails).hasStatus(200);
    }

    private String person(int number, int certificates) {
        return "{\"userName\":\"%s-%d@example.com\",\"x509Certificates\":%s}"
                .formatted(mark, number, certificates(0, certificates));
    }

    /** Each has 8 KB. */
    private static String certificates(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"value\":\"%04d%s\"}".formatted(i, "A".repeat(8188)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sortBy=userName", "&sortBy=title"})
    void walksByIndex(String sort) {
        Answer first = page("&count=1000&startIndex=1" + sort);
        Answer second = page("&count=1000&startIndex=" + (FIT + 1) + sort);

        assertThat(idsOn(first)).isEqualTo(ids.subList(0, FIT));
        assertThat(idsOn(second)).isEqualTo(ids.subList(FIT, PEOPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sortBy=title"})
    void walksByCursor_forwardAndBack(String sort) {
        Answer first = page("&cursor=" + sort).lacks("previousCursor");
        Answer second = page("&cursor=" + first.text("nextCursor") + sort).lacks("nextCursor");

        assertThat(idsOn(first)).isEqualTo(ids.subList(0, FIT));
        assertThat(idsOn(second)).isEqualTo(ids.subList(FIT, PEOPLE));
        assertThat(idsOn(page("&cursor=" + second.text("previousCursor") + sort)))
                .isEqualTo(ids.subList(0, FIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "userName,active", "meta,externalId,groups.value"})
    void readsNoDocument_thatIsNotAskedFor(String attributes) {
        Answer page = page("&count=1000&attributes=" + attributes);

        assertThat(idsOn(page)).isEqualTo(ids);
        assertThat(page.objects("Resources").get(0).keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of("schemas", "id", "userName", "active", "meta")
                        .filter(name -> Set.of("schemas", "id").contains(name) || attributes.contains(name))
                        .toList());
    }

    @Test
    void refusesAUserWhoIsTooLarge_andChangesNothing() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");

        http.post("/Users", person(PEOPLE, TOO_MANY)).isScimError(413).saying("1048576 bytes");
        http.put("/Users/" + ids.get(0), person(0, TOO_MANY)).isScimError(413);
        http.patchUser(
                        ids.get(0),
                        "{\"op\":\"add\",\"path\":\"x509Certificates\",\"value\":%s}"
                                .formatted(certificates(CERTIFICATES, TOO_MANY)))
                .isScimError(413);

        http.user(ids.get(0)).hasStatus(200).lacks("x509Certificates/" + CERTIFICATES);
        page("&count=0").has("totalResults", PEOPLE);
    }

    @Test
    void answersWithAnyPageOfTheAuditLog_andExportsAll() {
        String about = "objectTypes=USER&startTime=" + begin;

        assertThat(workspace
                        .auditLogs(about + "&pageSize=1000")
                        .hasStatus(200)
                        .has("total", PEOPLE)
                        .objects("logs"))
                .extracting(entry -> entry.getString("objectId"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(workspace
                        .auditExport(about + "&format=jsonl")
                        .hasStatus(200)
                        .body()
                        .lines())
                .hasSize(PEOPLE)
                .allMatch(line -> line.endsWith("}"));
    }

    private Answer page(String more) {
        Answer page = http.get("/Users" + filter + more).hasStatus(200).has("totalResults", PEOPLE);
        if (!more.contains("count=0")) {
            page.has("itemsPerPage", page.objects("Resources").size());
        }
        return page;
    }

    private static List<String> idsOn(Answer page) {
        return page.objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
