package org.cortexscim.web.scim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What identity providers really send, beside the RFC's letter: it is taken as it is meant. */
@ExtendWith(FreshWorkspace.class)
class ToleratedInputIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Person person = Person.random();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takesTheUser(String members, String path, String value) {
        Answer created = http.post("/Users", person.document(members)).hasStatus(201);

        assertThat(created.at(path).orElse("")).isEqualTo(value);
        assertThat(http.user(created.text("id")).json()).isEqualTo(created.json());
    }

    static Stream<Arguments> takesTheUser() {
        return Stream.of(
                arguments("\"active\":\"False\"", "active", "false"),
                arguments("\"active\":\"true\"", "active", "true"),
                arguments("\"active\":[false]", "active", "false"),
                arguments("\"active\":null", "active", "true"),
                arguments("\"active\":\"\"", "active", "true"),
                arguments("\"title\":null", "title", ""),
                arguments("\"title\":\"\"", "title", ""),
                arguments("\"title\":[\"Clerk\"]", "title", "Clerk"),
                arguments("\"title\":7", "title", "7"),
                arguments("\"TITLE\":\"Clerk\"", "title", "Clerk"),
                arguments("\"title\":\"\\ud83d\\ude00\"", "title", "\ud83d\ude00"),
                arguments("\"title\":\"%' or 1=1 -- <b>\\\"\"", "title", "%' or 1=1 -- <b>\""),
                arguments("\"unknown\":{\"deep\":[1,{\"er\":null}]}", "unknown", ""),
                arguments("\"urn:example:custom:2.0:User\":{\"a\":1}", "urn:example:custom:2.0:User", ""),
                arguments("\"groups\":[{\"value\":\"x\"}]", "groups", ""),
                arguments("\"meta\":{\"resourceType\":\"Robot\"}", "meta/resourceType", "User"),
                arguments("\"password\":\"secret\"", "password", ""),
                arguments("\"phoneNumbers\":{\"value\":\"1\"}", "phoneNumbers/0/value", "1"),
                arguments("\"phoneNumbers\":[\"1\"]", "phoneNumbers/0/value", "1"),
                arguments(
                        "\"phoneNumbers\":[{\"value\":\"1\",\"primary\":\"True\"}]", "phoneNumbers/0/primary", "true"),
                arguments("\"phoneNumbers\":[{\"value\":\"1\",\"unknown\":2}]", "phoneNumbers/0/unknown", ""),
                arguments("\"phoneNumbers\":[]", "phoneNumbers", ""),
                arguments(
                        "\"roles\":[{\"value\":\"%s\"}]".formatted("r".repeat(400)), "roles/0/value", "r".repeat(400)),
                arguments(
                        "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":\"m1\"}",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value",
                        "m1"));
    }

    @Test
    void giveItsOwnId_whenOneIsSent() {
        String id = http.post("/Users", person.document("\"id\":\"mine\""))
                .hasStatus(201)
                .text("id");

        assertThat(id).isNotEqualTo("mine").doesNotContainIgnoringCase("bulkId");
        http.user("mine").isScimError(404);
    }

    @Test
    void takesTenThousandUnknownAttributes() {
        String unknown = IntStream.range(0, 10_000)
                .mapToObj("\"unknown%d\":\"x\""::formatted)
                .collect(Collectors.joining(","));

        String id = http.post("/Users", person.document(unknown))
                .hasStatus(201)
                .lacks("unknown0")
                .text("id");
        http.put("/Users/" + id, person.document(unknown)).hasStatus(200);
    }

    @Test
    void takesABodyWithAByteOrderMark() {
        http.post("/Users", "\uFEFF" + person.document()).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/scim+json",
                "application/json",
                "application/scim+json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json; charset=ISO-8859-1",
                "Application/JSON"
            })
    void readsUtf8_whateverTheContentTypeSays(String contentType) {
        http.with("Content-Type", contentType)
                .post("/Users", person.document("\"title\":\"M\u00fcllerin \ud83d\ude00\""))
                .hasStatus(201)
                .has("title", "M\u00fcllerin \ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json>application/json",
                "application/scim+json>application/scim+json",
                "application/json, application/scim+json>application/scim+json",
                "*/*>application/scim+json",
                "text/html>application/scim+json",
                "application/json;q=0.9, */*;q=0.1>application/scim+json"
            })
    void answersTheMediaTypeThatIsAskedFor(String acceptAndAnswer) {
        String[] parts = acceptAndAnswer.split(">");
        ScimClient client = http.with("Accept", parts[0]);

        assertThat(client.get("/Users?count=1").hasStatus(200).header("Content-Type"))
                .get()
                .asString()
                .startsWith(parts[1]);
        assertThat(client.user("nobody").hasStatus(404).header("Content-Type"))
                .get()
                .asString()
                .startsWith(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/",
                "/Users?",
                "/Users?&",
                "//scim//v2//Users",
                "///scim/v2/Users?count=1",
                "/Users?count=2&&startIndex=1&"
            })
    void readsUntidyUrls(String path) {
        http.get(path).hasStatus(200).has("startIndex", 1);
    }

    /** The query must not be lost on the way, nor fail for a backslash in it. */
    @ParameterizedTest
    @ValueSource(strings = {"/Users", "//scim/v2//Users", "//scim//v2/Users"})
    void keepsTheQuery_whateverTheSlashes(String path) {
        String nobody = ScimClient.encoded("userName eq \"no\\\\body\"");

        http.get(path + "?filter=" + nobody).hasStatus(200).has("totalResults", 0);
        http.with("Accept", "application/json")
                .get("//api//v1/audit-logs?pageSize=1")
                .hasStatus(200)
                .lacks("logs/1");
    }

    /** Quotes and UTF-8 as they are, from clients that encode nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users", "//scim/v2//Users"})
    void readsARawQuery(String path) {
        String title = "J\u00e4ger|" + person.familyName();
        http.post("/Users", person.document("\"title\":\"%s\"".formatted(title)))
                .hasStatus(201);
        String raw = new String(
                "?count=0&filter=title%20eq%20\"{}\"".replace("{}", title).getBytes(UTF_8), ISO_8859_1);

        http.checked(new RawConnection(Service.underTest()).send("GET", path + raw))
                .hasStatus(200)
                .has("totalResults", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count=-1",
                "startIndex=0",
                "count=999999999",
                "startIndex=-5&count=0",
                "unknown=1",
                "count=",
                "filter="
            })
    void readsUnusualParameters(String query) {
        http.get("/Users?" + query).hasStatus(200).hasSchema("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    }

    @Test
    void readsAFilterWithoutQuotes() {
        String id = http.idOfNew(person);

        http.search("userName eq " + person.userName())
                .hasStatus(200)
                .has("totalResults", 1)
                .has("Resources/0/id", id);
    }

    @Test
    void takesAPatchWithoutOperations() {
        String id = http.idOfNew(person);

        http.patchUser(id, "").hasStatus(200).has("id", id);
    }
}
