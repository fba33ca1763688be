package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Okta SCIM 2.0 SPEC Test", exported 2024-05-13: its twelve requests with all their assertions. */
@ExtendWith(FreshWorkspace.class)
class OktaSpecSuiteIT {
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** The suite sends a Content-Type with its GETs too, and another one with its POSTs. */
    private final ScimClient gets = ScimClient.ofServiceUnderTest().with("User-Agent", "OKTA SCIM Integration");

    private final ScimClient posts = ScimClient.ofServiceUnderTest()
            .with("Accept", "application/scim+json; charset=utf-8")
            .with("Content-Type", "application/json");

    private final Person random = suitesRandomPerson();

    /** The suite reads the first user and expects both names and an email; other tests leave users without them. */
    @BeforeEach
    void givenAWorkspace_whoseFirstUserIsComplete() {
        Answer users = firstUser();
        while (users.number("totalResults") > 0 && !isComplete(users)) {
            gets.delete("/Users/" + users.text("Resources/0/id")).hasStatus(204);
            users = firstUser();
        }
        if (users.number("totalResults") == 0) {
            gets.create(Person.random());
        }
    }

    private Answer firstUser() {
        return gets.get("/Users?count=1&startIndex=1").hasStatus(200);
    }

    private static boolean isComplete(Answer users) {
        return Stream.of("name/givenName", "name/familyName", "emails/0/value")
                .allMatch(path -> users.at("Resources/0/" + path).isPresent());
    }

    @Test
    void request1_testUsersEndpoint() {
        Answer users = firstUser().hasSchema(LIST);

        assertThat(users.json().get("itemsPerPage")).isInstanceOf(JsonNumber.class);
        assertThat(users.json().get("startIndex")).isInstanceOf(JsonNumber.class);
        assertThat(users.json().get("totalResults")).isInstanceOf(JsonNumber.class);
        users.has("Resources/0/id")
                .has("Resources/0/name/familyName")
                .has("Resources/0/name/givenName")
                .has("Resources/0/userName")
                .has("Resources/0/active")
                .has("Resources/0/emails/0/value");
    }

    @Test
    void request2_getUserById() {
        String id = firstUser().text("Resources/0/id");

        gets.user(id)
                .hasStatus(200)
                .has("id", id)
                .has("name/familyName")
                .has("name/givenName")
                .has("userName")
                .has("active")
                .has("emails/0/value");
    }

    @Test
    void request3_testInvalidUserByUserName() {
        gets.search("userName eq \"abcdefgh@atko.com\"")
                .hasStatus(200)
                .hasSchema(LIST)
                .has("totalResults", 0);
    }

    @Test
    void request4_testInvalidUserById() {
        gets.user("010101001010101011001010101011")
                .hasStatus(404)
                .hasSchema(ERROR)
                .has("detail");
    }

    @Test
    void request5_makeSureRandomUserDoesNotExist() {
        gets.search("userName eq \"" + random.userName() + "\"")
                .hasStatus(200)
                .hasSchema(LIST)
                .has("totalResults", 0);
    }

    @Test
    void request6_createUserWithRealisticValues() {
        posts.post("/Users", suitesBody(random))
                .hasStatus(201)
                .hasSchema(USER)
                .has("id")
                .has("active", "true")
                .has("name/familyName", random.familyName())
                .has("name/givenName", random.givenName())
                .has("userName", random.userName())
                .has("emails/0/value", random.userName());
    }

    @Test
    void request7_verifyThatUserWasCreated() {
        String id = posts.post("/Users", suitesBody(random)).text("id");

        gets.user(id)
                .hasStatus(200)
                .has("userName", random.userName())
                .has("name/familyName", random.familyName())
                .has("name/givenName", random.givenName());
    }

    @Test
    void request8_expectFailureWhenRecreatingUser() {
        posts.post("/Users", suitesBody(random)).hasStatus(201);

        posts.post("/Users", suitesBody(random)).isScimError(409, "uniqueness");
    }

    @Test
    void request9_userNameCaseSensitivityCheck() {
        String id = posts.post("/Users", suitesBody(random)).text("id");

        gets.search("userName eq \"" + random.userNameInCapitals() + "\"")
                .hasStatus(200)
                .has("totalResults", 1)
                .has("Resources/0/id", id)
                .has("Resources/0/userName", random.userName());
    }

    @Test
    void request10_verifyGroupsEndpoint() {
        gets.get("/Groups").hasStatus(200);

        Instant start = Instant.now();
        Answer groups = gets.get("/Groups").hasStatus(200).hasSchema(LIST);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(600));

        assertThat(groups.number("totalResults")).isNotNegative();
        assertThat(groups.json().getJsonArray("Resources")).isNotNull();
    }

    @Test
    void request11_checkStatus401() {
        gets.with("Authorization", "non-token")
                .search("userName eq \"" + random.userNameInCapitals() + "\"")
                .hasStatus(401)
                .hasSchema(ERROR)
                .has("status", "401")
                .has("detail");
    }

    @Test
    void request12_checkStatus404() {
        gets.user("00919288221112222")
                .hasStatus(404)
                .hasSchema(ERROR)
                .has("status", "404")
                .has("detail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName+eq+\"%s\"",
                "userName%%20eq%%20\"%s\"",
                "userName%%20eq%%20%%22%s%%22",
                "userName+eq+%%22%s%%22&"
            })
    void findsTheUser_whenTheUrlIsNotEncoded(String filter) {
        String id = posts.post("/Users", suitesBody(random)).text("id");

        Answer found = new RawConnection(Service.underTest())
                .send("GET", "/scim/v2/Users?filter=" + filter.formatted(random.userName()))
                .hasStatus(200);

        JsonObject user = found.objects("Resources").get(0);
        assertThat(user.getString("id")).isEqualTo(id);
    }

    private static String suitesBody(Person person) {
        return person.document(
                "\"displayName\":\"%s %s\",\"active\":true".formatted(person.givenName(), person.familyName()));
    }

    /** The suite's init script; with more random letters, since these users stay. */
    private static Person suitesRandomPerson() {
        int digits = ThreadLocalRandom.current().nextInt(100, 1000);
        String letters = UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        String given = "Runscope" + digits;
        String family = "X" + letters + digits;
        return new Person(given, family, given + family + "@atko.com");
    }
}
