package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks by cursor (RFC 9865). */
@ExtendWith(FreshWorkspace.class)
class CursorPagingIT {
    private static final int PEOPLE = 7;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void givenPeople() {
        for (int i = 0; i < PEOPLE; i++) {
            ids.add(create(i));
        }
    }

    private String create(int number) {
        return http.post("/Users", "{\"userName\":\"%s-%d@example.com\"}".formatted(mark, number))
                .hasStatus(201)
                .text("id");
    }

    private Answer page(String cursor, String more) {
        String filter = ScimClient.encoded("userName sw \"" + mark + "\"");
        return http.get("/Users?filter=" + filter + "&cursor=" + cursor + more);
    }

    private static List<String> idsOn(Answer page) {
        return page.objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sortBy=userName", "&sortBy=meta.created", "&sortBy=title", "&sortBy=emails"})
    void walksForwardAndBack(String sort) {
        Answer first = page("", "&count=3" + sort)
                .hasStatus(200)
                .has("totalResults", PEOPLE)
                .has("itemsPerPage", 3)
                .lacks("previousCursor")
                .lacks("startIndex");
        Answer second = page(first.text("nextCursor"), "&count=3" + sort);
        Answer third = page(second.text("nextCursor"), "&count=3" + sort)
                .has("itemsPerPage", 1)
                .lacks("nextCursor");

        assertThat(idsOn(first)).isEqualTo(ids.subList(0, 3));
        assertThat(idsOn(second)).isEqualTo(ids.subList(3, 6));
        assertThat(idsOn(third)).isEqualTo(ids.subList(6, 7));

        Answer back = page(third.text("previousCursor"), "&count=3" + sort);
        assertThat(idsOn(back)).isEqualTo(ids.subList(3, 6));
        assertThat(idsOn(page(back.text("nextCursor"), "&count=3" + sort))).isEqualTo(ids.subList(6, 7));
        assertThat(idsOn(page(back.text("previousCursor"), "&count=3" + sort).lacks("previousCursor")))
                .isEqualTo(ids.subList(0, 3));
    }

    @Test
    void missesNobody_whenOthersComeAndGo() {
        Answer first = page("", "&count=2");
        http.delete("/Users/" + ids.get(0)).hasStatus(204);
        http.delete("/Users/" + ids.get(1)).hasStatus(204);
        String late = create(99);

        List<String> seen = new ArrayList<>(idsOn(first));
        Optional<String> cursor = first.at("nextCursor");
        while (cursor.isPresent()) {
            Answer page = page(cursor.get(), "&count=2").hasStatus(200);
            seen.addAll(idsOn(page));
            cursor = page.at("nextCursor");
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids).contains(late);
    }

    @Test
    void givesUrlSafeCursors_thatTellNothing() {
        String cursor = page("", "&count=2&sortBy=userName").text("nextCursor");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(cursor), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(mark);
    }

    @Test
    void answersOnlyTheTotal_whenCountIsZero() {
        page("", "&count=0").hasStatus(200).has("totalResults", PEOPLE).has("Resources", "[]");
        page("", "&count=-5").hasStatus(200).has("totalResults", PEOPLE).has("Resources", "[]");
    }

    @Test
    void walksByPost() {
        String search = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "filter":"userName sw \\"%s\\"","count":5,"cursor":"%s","attributes":["userName"]}""";
        Answer first = http.post("/Users/.search", search.formatted(mark, "")).hasStatus(200);
        Answer second = http.post("/Users/.search", search.formatted(mark, first.text("nextCursor")));

        assertThat(idsOn(first)).isEqualTo(ids.subList(0, 5));
        assertThat(idsOn(second.lacks("nextCursor"))).isEqualTo(ids.subList(5, 7));
        first.lacks("Resources/0/meta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "%C3%A4", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "bad~cursor", "a.b"})
    void refusesACursor_thatIsNone(String cursor) {
        page(cursor, "&count=3").isScimError(400, "invalidCursor");
    }

    /** Damaged cursors of every length: too short for a nonce, for a seal, and for any content. */
    @Test
    void refusesACursor_thatWasCutOff() {
        String cursor = page("", "&count=3").text("nextCursor");

        for (int length = 1; length < cursor.length(); length++) {
            page(cursor.substring(0, length), "&count=3").isScimError(400, "invalidCursor");
        }
    }

    @Test
    void refusesACursor_ofAnotherQuery() {
        String cursor = page("", "&count=3").text("nextCursor");

        page(cursor, "&count=3&sortBy=userName").isScimError(400, "invalidCursor");
        http.get("/Users?count=3&cursor=" + cursor).isScimError(400, "invalidCursor");
        http.get("/Groups?count=3&cursor=" + cursor).isScimError(400, "invalidCursor");
        page(cursor.substring(0, cursor.length() - 4) + "AAAA", "&count=3").isScimError(400, "invalidCursor");
    }

    @Test
    void refusesAnotherCount() {
        String cursor = page("", "&count=3").text("nextCursor");

        page(cursor, "&count=4").isScimError(400, "invalidCount");
        page("", "&count=1001").isScimError(400, "invalidCount");
    }
}
