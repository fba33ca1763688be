package org.cortexscim.web.scim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that cannot become a user: each is refused with a reason, and leaves nothing behind. */
@ExtendWith(FreshWorkspace.class)
class BadInputIT {
    private static final String LONG = "x".repeat(10_000);
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    /** The user is complete but for one thing, which stands after the rest. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTheUser(String what, String members, String scimType) {
        refuses(person.document(members).getBytes(UTF_8), scimType);
    }

    static Stream<Arguments> refusesTheUser() {
        return Stream.of(
                arguments("long title", member("title", LONG), "invalidValue"),
                arguments("long externalId", member("externalId", LONG), "invalidValue"),
                arguments("long displayName", member("displayName", LONG), "invalidValue"),
                arguments("long profileUrl", member("profileUrl", "https://" + LONG), "invalidValue"),
                arguments("long phone", "\"phoneNumbers\":[{%s}]".formatted(member("value", LONG)), "invalidValue"),
                arguments("long department", extension(member("department", LONG)), "invalidValue"),
                arguments(
                        "long manager", extension("\"manager\":{%s}".formatted(member("value", LONG))), "invalidValue"),
                arguments("title is an object", "\"title\":{}", "invalidValue"),
                arguments("title is a boolean", "\"title\":true", "invalidValue"),
                arguments("title is two texts", "\"title\":[\"a\",\"b\"]", "invalidValue"),
                arguments("active is a word", "\"active\":\"yes\"", "invalidValue"),
                arguments("active is a number", "\"active\":1", "invalidValue"),
                arguments("active is an object", "\"active\":{}", "invalidValue"),
                arguments("active is two values", "\"active\":[true,false]", "invalidValue"),
                arguments("phones hold a list", "\"phoneNumbers\":[[\"1\"]]", "invalidValue"),
                arguments("phones are a boolean", "\"phoneNumbers\":true", "invalidValue"),
                arguments("phone is an object", "\"phoneNumbers\":[{\"value\":{\"a\":1}}]", "invalidValue"),
                arguments(
                        "primary is a word", "\"phoneNumbers\":[{\"value\":\"1\",\"primary\":\"x\"}]", "invalidValue"),
                arguments(
                        "two primary values",
                        "\"phoneNumbers\":[{\"value\":\"1\",\"primary\":true},{\"value\":\"2\",\"primary\":true}]",
                        "invalidValue"),
                arguments("certificate is no Base64", "\"x509Certificates\":[{\"value\":\"%%%\"}]", "invalidValue"),
                arguments("extension is a text", "\"%s\":\"x\"".formatted(ENTERPRISE), "invalidValue"),
                arguments("extension is a list", "\"%s\":[1]".formatted(ENTERPRISE), "invalidValue"),
                arguments("department is an object", extension("\"department\":{}"), "invalidValue"),
                arguments(
                        "too many phones",
                        "\"phoneNumbers\":[%s\"1\"]".formatted("\"1\",".repeat(5000)),
                        "invalidValue"),
                arguments("number of a billion digits", "\"unknown\":1e999999999", "invalidValue"),
                arguments("number of many digits", "\"unknown\":" + "9".repeat(10_000), "invalidValue"),
                arguments("NUL in a title", "\"title\":\"a\\u0000b\"", "invalidValue"),
                arguments("NUL in an unknown attribute", "\"unknown\":\"a\\u0000b\"", "invalidValue"),
                arguments("NUL in a member's name", "\"a\\u0000b\":1", "invalidValue"),
                arguments("lone high surrogate", "\"title\":\"a\\ud800b\"", "invalidValue"),
                arguments("lone low surrogate", "\"title\":\"a\\udc00b\"", "invalidValue"),
                arguments("surrogates in the wrong order", "\"title\":\"\\udc00\\ud800\"", "invalidValue"),
                arguments("surrogate at the end", "\"title\":\"\\ud83d\"", "invalidValue"),
                arguments("1,000 levels of arrays", "\"a\":" + "[".repeat(1000) + "]".repeat(1000), "invalidSyntax"),
                arguments(
                        "1,000 levels of objects",
                        "\"a\":" + "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
                        "invalidSyntax"),
                arguments("100,000 levels, never closed", "\"a\":" + "[".repeat(100_000), "invalidSyntax"),
                arguments("a member twice", "\"title\":\"a\",\"title\":\"b\"", "invalidSyntax"),
                arguments("a member twice in other case", "\"title\":\"a\",\"TITLE\":\"b\"", "invalidSyntax"),
                arguments("a part twice", extension("\"department\":\"a\",\"department\":\"b\""), "invalidSyntax"),
                arguments("the userName twice", "\"userName\":\"other@example.com\"", "invalidSyntax"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTheUserName(String what, String userName) {
        String body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],%s
                 "externalId":"%s","name":{"givenName":"A","familyName":"B"}}""".formatted(userName, person.userName());

        refuses(body.getBytes(UTF_8), "invalidValue");
        http.search("externalId eq \"%s\"".formatted(person.userName())).has("totalResults", 0);
    }

    static Stream<Arguments> refusesTheUserName() {
        return Stream.of(
                arguments("missing", ""),
                arguments("null", "\"userName\":null,"),
                arguments("empty", "\"userName\":\"\","),
                arguments("blank", "\"userName\":\"   \","),
                arguments("no email", "\"userName\":\"jane\","),
                arguments("no domain", "\"userName\":\"jane@\","),
                arguments("no name", "\"userName\":\"@example.com\","),
                arguments("two signs", "\"userName\":\"jane@x@example.com\","),
                arguments("no top level", "\"userName\":\"jane@localhost\","),
                arguments("space inside", "\"userName\":\"jane doe@example.com\","),
                arguments("line break inside", "\"userName\":\"jane\\n@example.com\","),
                arguments("display form", "\"userName\":\"Jane <jane@example.com>\","),
                arguments("10,000 characters", "\"userName\":\"%s@example.com\",".formatted(LONG)),
                arguments("10,000 labels", "\"userName\":\"a@%sexample.com\",".formatted("a.".repeat(10_000))),
                arguments("NUL", "\"userName\":\"jane\\u0000@example.com\","),
                arguments("number", "\"userName\":42,"),
                arguments("boolean", "\"userName\":true,"),
                arguments("object", "\"userName\":{\"value\":\"jane@example.com\"},"),
                arguments("two texts", "\"userName\":[\"a@example.com\",\"b@example.com\"],"),
                arguments("a URN", "\"userName\":\"urn:x:y\","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesWhatIsNoJsonObject(String what, byte[] body) {
        refuses(body, "invalidSyntax");
    }

    static Stream<Arguments> refusesWhatIsNoJsonObject() {
        return Stream.of(
                text("empty", ""),
                text("blank", "  \n "),
                text("a word", "hello"),
                text("null", "null"),
                text("a number", "42"),
                text("a text", "\"text\""),
                text("an array", "[]"),
                text("an array of users", "[" + Person.random().document() + "]"),
                text("cut off", "{\"userName\":\"a@example.com\""),
                text("cut off in a text", "{\"userName\":\"a@exa"),
                text("cut off in an escape", "{\"userName\":\"a\\u00"),
                text("no value", "{\"userName\":}"),
                text("comma at the end", "{\"userName\":\"a@example.com\",}"),
                text("single quotes", "{'userName':'a@example.com'}"),
                text("comment", "{/* user */\"userName\":\"a@example.com\"}"),
                text("NaN", "{\"userName\":\"a@example.com\",\"a\":NaN}"),
                text("unknown escape", "{\"userName\":\"\\x41@example.com\"}"),
                text("line break in a text", "{\"title\":\"a\nb\",\"userName\":\"a@example.com\"}"),
                text("NUL as it is", "{\"title\":\"a\0b\",\"userName\":\"a@example.com\"}"),
                text("something after it", Person.random().document() + "x"),
                text("a second object", Person.random().document() + "{}"),
                text("a form", "userName=a%40example.com"),
                text("XML", "<user/>"),
                arguments("invalid UTF-8", bytes("\u00c3(")),
                arguments("Latin-1", bytes("M\u00fcller")),
                arguments("a byte of no encoding", bytes("\u00ff")),
                arguments("overlong slash", bytes("\u00c0\u00af")),
                arguments("surrogate as bytes", bytes("\u00ed\u00a0\u0080")),
                arguments("beyond Unicode", bytes("\u00f5\u0080\u0080\u0080")),
                arguments("UTF-16", Person.random().document().getBytes(UTF_16BE)));
    }

    private void refuses(byte[] body, String scimType) {
        int total = http.total();
        int entries = workspace.auditTotal();

        Answer answer = http.send("POST", "/Users", body).isScimError(400, scimType);

        assertThat(answer.text("detail").length()).isLessThan(600);
        assertThat(http.total()).isEqualTo(total);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
        http.find(person.userName()).has("totalResults", 0);
    }

    private static String member(String name, String value) {
        return "\"%s\":\"%s\"".formatted(name, value);
    }

    private static String extension(String members) {
        return "\"%s\":{%s}".formatted(ENTERPRISE, members);
    }

    private static Arguments text(String what, String body) {
        return arguments(what, body.getBytes(UTF_8));
    }

    /** A user whose title is these bytes. */
    private static byte[] bytes(String title) {
        return Person.random().document(member("title", title)).getBytes(ISO_8859_1);
    }
}
