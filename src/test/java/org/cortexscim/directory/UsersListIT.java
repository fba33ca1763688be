package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.TokenIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of everybody in the workspace. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersListIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private TokenIssuer issuer;

    @BeforeAll
    void startIssuer() throws IOException {
        issuer = new TokenIssuer();
    }

    @AfterAll
    void stopIssuer() {
        issuer.close();
    }

    @Test
    void showsEverybody() {
        Person person = Person.random();
        Answer created = http.create(person);
        Person gone = Person.random();
        String inactive = http.idOfInactive(gone);

        JsonObject active = entry(created.text("id"));
        assertThat(active.getString("name")).isEqualTo(person.givenName() + " " + person.familyName());
        assertThat(active.getString("email")).isEqualTo(person.userName());
        assertThat(active.getBoolean("active")).isTrue();
        assertThat(active.getString("joinedDate")).isEqualTo(created.text("meta/created"));
        assertThat(active.get("lastActiveDate")).isEqualTo(JsonValue.NULL);
        assertThat(entry(inactive).getBoolean("active")).isFalse();
    }

    @Test
    void walksInPages() {
        http.idOfNew(Person.random());
        http.idOfNew(Person.random());
        int total = desk.users("?pageSize=1").hasStatus(200).number("total");
        // Other tests leave many users behind, and walks of theirs with common page sizes, which this one could take
        // up.
        int size = Math.min(997, total / 2 + 1);
        int pages = (total + size - 1) / size;

        List<JsonObject> walked = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            walked.addAll(desk.users("?page=%d&pageSize=%d".formatted(page, size))
                    .has("page", page)
                    .has("totalPages", pages)
                    .objects("users"));
        }

        assertThat(walked)
                .hasSize(total)
                .extracting(user -> user.getString("id"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(desk.users("?page=2147483647").hasStatus(200).objects("users"))
                .isEmpty();
    }

    /** The instant is written a few seconds later. */
    @Test
    void tellsWhenAUserLastCalled() throws InterruptedException {
        Person person = Person.random();
        String id = http.idOfNew(person);
        Instant before = Instant.now();

        desk.with(TokenIssuer.token(person.userNameInCapitals())).users("").hasStatus(403);

        Instant deadline = before.plus(Duration.ofSeconds(20));
        while (entry(id).isNull("lastActiveDate") && Instant.now().isBefore(deadline)) {
            Thread.sleep(500);
        }
        assertThat(Instant.parse(entry(id).getString("lastActiveDate")))
                .isBetween(before.minusMillis(1), Instant.now());
        http.user(id).has("meta/version", "W/\"1\"");
    }

    @Test
    void needsViewRoles() {
        desk.with(TokenIssuer.token("stranger@example.com", "MANAGER"))
                .users("")
                .isCortexError(403, "FORBIDDEN");
        desk.with(TokenIssuer.token("stranger@example.com", "ADMIN")).users("").hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "pageSize=0", "pageSize=1001"})
    void refusesAPageThatCannotBe(String query) {
        desk.users("?" + query).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void leavesTheAccessReviewItsPath() {
        desk.review("?pageSize=1").hasStatus(200).has("users/0/roles");
    }

    private JsonObject entry(String id) {
        int total = desk.users("?pageSize=1").number("total");
        // A size that no other test walks by: from the end, this is no walk, and would meet the bookmarks of one.
        for (int page = total / 97; page >= 0; page--) {
            for (JsonObject user : desk.users("?pageSize=97&page=" + page).objects("users")) {
                if (user.getString("id").equals(id)) {
                    return user;
                }
            }
        }
        throw new AssertionError("no user " + id);
    }
}
