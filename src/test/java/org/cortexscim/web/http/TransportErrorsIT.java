package org.cortexscim.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before a resource is reached: whoever refuses it, container or filter, the error is SCIM's. */
@ExtendWith(FreshWorkspace.class)
class TransportErrorsIT {
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Person person = Person.random();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/NoSuchPath",
                "/Users/x/y",
                "/Users.json/x",
                "/users",
                "/Bulk/x",
                "/v2/Users",
                "//scim/Users",
                "//scim//Users"
            })
    void answersNotFound_whenThereIsNothing(String path) {
        http.get(path).isScimError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|=b", "\"=b", "a=<b>", "a=\u00c3\u00b6", "\u00ff", "a=b\\", "^`{}[]=1"})
    void answersNotFound_whateverTheQueryLooksLike(String query) {
        Answer answer = new RawConnection(Service.underTest()).send("GET", "/scim/v2/NoSuchPath?" + query);

        http.checked(answer).isScimError(404);
    }

    @ParameterizedTest
    @MethodSource
    void answersNotFound_whateverTheIdLooksLike(String id) {
        http.get("/Users/" + id).isScimError(404);
        http.put("/Users/" + id, person.document()).isScimError(404);
        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").isScimError(404);
        http.delete("/Users/" + id).isScimError(404);
        http.find(person.userName()).has("totalResults", 0);
    }

    static Stream<String> answersNotFound_whateverTheIdLooksLike() {
        return Stream.of(
                "010101001010101011001010101011",
                "00919288221112222",
                "does-not-exist",
                "0",
                "-1",
                "null",
                "018f0000-0000-7000-8000-000000000000",
                "%20",
                "%27%20or%20%271%27=%271",
                "%22",
                "a%25b",
                "%C3%BC",
                "%F0%9F%98%80",
                "a;b=c",
                "a+b",
                "*",
                "x".repeat(5000));
    }

    /** The container decodes a path before it knows whose it is, so this one refusal is in its own words. */
    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%4", "%00", "a%00b", "%0d%0aSet-Cookie:a=b"})
    void refusesAPathThatCannotBeDecoded(String id) {
        Answer answer = new RawConnection(Service.underTest())
                .send("GET", "/scim/v2/Users/" + id)
                .hasStatus(400);

        assertThat(answer.body())
                .doesNotContain(
                        "Exception",
                        "\tat ",
                        "org.cortexscim",
                        Service.underTest().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3%28", "%2F", "a%2Fb", "%5C", "%2e%2e", "..", "%2e%2e%2fUsers"})
    void refusesAnIdThatIsNoText(String id) {
        Answer answer = new RawConnection(Service.underTest()).send("GET", "/scim/v2/Users/" + id);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        http.checked(answer).isScimError(answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=%zz",
                "filter=%",
                "filter=userName%20eq%20%22%C3%28%22",
                "filter=userName%20eq%20%22a%00b%22",
                "%zz=1",
                "count=%4"
            })
    void refusesAQueryThatCannotBeDecoded(String query) {
        Answer answer = new RawConnection(Service.underTest()).send("GET", "/scim/v2/Users?" + query);

        http.checked(answer).isScimError(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /Users, GET POST",
        "DELETE, /Users, GET POST",
        "PATCH, /Users, GET POST",
        "POST, /Users/x, GET PUT PATCH DELETE",
        "TRACE, /Users, GET POST",
        "BREW, /Users, GET POST",
        "PROPFIND, /Users/x, GET PUT",
        "BREW, /Users/x, GET PUT"
    })
    void refusesTheMethod(String method, String path, String allowed) {
        Answer answer = new RawConnection(Service.underTest()).send(method, "/scim/v2" + path);

        http.checked(answer).isScimError(405);
        assertThat(answer.header("Allow")).get().asString().contains(allowed.split(" "));
    }

    @Test
    void answersOptionsAndHead() {
        Answer options = http.send("OPTIONS", "/Users", new byte[0]);
        assertThat(options.status()).isIn(200, 204);
        assertThat(options.header("Allow")).get().asString().contains("GET", "POST");

        Answer head = http.send("HEAD", "/Users?count=1", new byte[0]).hasStatus(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/xml",
                "application/json-patch+json"
            })
    void refusesTheMediaType(String contentType) {
        ScimClient client = http.with("Content-Type", contentType);
        String id = http.idOfNew(Person.random());

        client.post("/Users", person.document()).isScimError(415);
        client.put("/Users/" + id, person.document()).isScimError(415);
        client.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .isScimError(415);
        http.find(person.userName()).has("totalResults", 0);
        http.user(id).has("active", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/scim+json; charset=utf-8"})
    void ignoresTheMediaType_whenThereIsNoBody(String contentType) {
        ScimClient client = http.with("Content-Type", contentType);
        String id = http.idOfNew(person);

        client.get("/Users?count=1").hasStatus(200);
        client.user(id).hasStatus(200);
        client.delete("/Users/" + id).hasStatus(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_BYTES + 1, 3 * MAX_BYTES})
    void refusesABodyThatIsTooLarge(int bytes) {
        byte[] body = bodyOf(bytes);

        http.send("POST", "/Users", body).isScimError(413).saying("2 MB");
        http.sendChunked("POST", "/Users", new ByteArrayInputStream(body)).isScimError(413);
        http.find(person.userName()).has("totalResults", 0);
        http.get("/Users?count=1").hasStatus(200);
    }

    @Test
    void takesABodyOfTheGreatestSize() {
        http.send("POST", "/Users", bodyOf(MAX_BYTES)).hasStatus(201);
    }

    @Test
    void takesABodyInChunks() {
        http.sendChunked("POST", "/Users", new ByteArrayInputStream(bodyOf(5000)))
                .hasStatus(201)
                .has("userName", person.userName());
    }

    @Test
    void namesEveryRequest() {
        String given = http.with("X-Request-Id", "okta-4711.a_b")
                .user("x")
                .header("X-Request-Id")
                .orElseThrow();
        assertThat(given).isEqualTo("okta-4711.a_b");

        for (String unusable : new String[] {"short", "<script>alert(1)</script>", "x".repeat(65)}) {
            assertThat(http.with("X-Request-Id", unusable).user("x").header("X-Request-Id"))
                    .get()
                    .isNotEqualTo(unusable);
        }
        Answer error = http.user("x");
        error.saying(error.header("X-Request-Id").orElseThrow());
        assertThat(http.user("x").header("X-Request-Id")).isNotEqualTo(error.header("X-Request-Id"));
    }

    /** The user, with spaces after it up to that length. */
    private byte[] bodyOf(int length) {
        byte[] document = person.document().getBytes(UTF_8);
        byte[] body = Arrays.copyOf(document, length);
        Arrays.fill(body, document.length, length, (byte) ' ');
        return body;
    }
}
