package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The setting {@code strict}: the same request is refused by the interoperability profile's rule, with nothing changed,
 * and taken without it.
 */
@ExtendWith(FreshWorkspace.class)
class StrictModeIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";
    private static final String GROUP = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]";
    private static final String PATCH_OP = "\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private String id = "";
    private String group = "";

    @BeforeEach
    void givenAUserInAGroup() {
        workspace.settings("{\"attributeUpdates\":\"all\",\"emailChange\":true,\"reactivationByPatch\":true}");
        id = http.post("/Users", person.document("\"" + ENTERPRISE + "\":{\"department\":\"Sales\"}"))
                .hasStatus(201)
                .text("id");
        group = http.post(
                        "/Groups",
                        "{%s,\"displayName\":\"%s\",\"members\":[{\"value\":\"%s\"}]}"
                                .formatted(GROUP, person.familyName(), id))
                .hasStatus(201)
                .text("id");
    }

    @AfterEach
    void tolerantAgain() {
        workspace.settings("{\"strict\":false}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTheOperation(String operation, String scimType) {
        String body = "{%s,\"Operations\":[{\"op\":\"replace\",\"path\":\"nickName\",\"value\":\"Half\"},%s]}"
                .formatted(PATCH_OP, operation);
        refusesStrictly("PATCH", "/Users/" + id, body, scimType);
    }

    static Stream<Arguments> refusesTheOperation() {
        return Stream.of(
                arguments("{\"op\":\"replace\",\"value\":{\"title\":\"Boss\"}}", "invalidSyntax"),
                arguments("{\"op\":\"add\",\"value\":{\"name.givenName\":\"A\"}}", "invalidSyntax"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\",\"colour\":\"red\"}",
                        "invalidSyntax"),
                arguments(
                        "{\"op\":\"add\",\"path\":\"name\",\"value\":{\"givenName\":\"A\",\"first\":\"B\"}}",
                        "invalidSyntax"),
                arguments(
                        "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"r\",\"colour\":\"red\"}]}",
                        "invalidSyntax"),
                arguments("{\"op\":\"remove\",\"path\":\"roles\",\"value\":[{\"value\":\"r\"}]}", "invalidSyntax"),
                arguments("{\"op\":\"add\",\"path\":\"schemas\",\"value\":[\"urn:x:User\"]}", "invalidSyntax"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"]\",\"value\":{\"display\":\"A\",\"value\":\"a@example.com\"}}",
                        "invalidPath"),
                arguments("{\"op\":\"remove\",\"path\":\"emails[type eq \\\"other\\\"]\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"department\",\"value\":\"IT\"}", "invalidPath"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"emails[type eq work].display\",\"value\":\"A\"}",
                        "invalidFilter"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"emails[primary eq \\\"True\\\"].display\",\"value\":\"A\"}",
                        "invalidFilter"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"phoneNumbers[type eq \\\"work\\\"].value\",\"value\":\"1\"}",
                        "noTarget"),
                arguments(
                        "{\"op\":\"add\",\"path\":\"phoneNumbers[type eq \\\"work\\\"].value\",\"value\":\"1\"}",
                        "noTarget"),
                arguments("{\"op\":\"replace\",\"path\":\"active\",\"value\":\"False\"}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"active\",\"value\":[false]}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"title\",\"value\":7}", "invalidValue"),
                arguments("{\"op\":\"add\",\"path\":\"phoneNumbers\",\"value\":{\"value\":\"1\"}}", "invalidValue"),
                arguments("{\"op\":\"add\",\"path\":\"phoneNumbers\",\"value\":[\"1\"]}", "invalidValue"),
                arguments(
                        "{\"op\":\"add\",\"path\":\"%s:manager\",\"value\":\"m1\"}".formatted(ENTERPRISE),
                        "invalidValue"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]}",
                "{\"schemas\":[],\"Operations\":[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[]}"
            })
    void refusesTheMessage(String body) {
        refusesStrictly("PATCH", "/Users/" + id, body, "invalidSyntax");
        refusesStrictly(
                "PATCH",
                "/Groups/" + group,
                body.replace("title", "displayName").replace("Boss", person.userName()),
                "invalidSyntax");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void refusesTheUser(String schemas, String member, String scimType) {
        Person other = Person.random();
        String all = member.isEmpty() ? schemas : schemas + (schemas.isEmpty() ? "" : ",") + member;
        String created = "{%s%s\"userName\":\"%s\"}".formatted(all, all.isEmpty() ? "" : ",", other.userName());
        refusesStrictly("POST", "/Users", created, scimType);
        refusesStrictly("PUT", "/Users/" + id, created.replace(other.userName(), person.userName()), scimType);
    }

    static Stream<Arguments> refusesTheUser() {
        return Stream.of(
                arguments("", "", "invalidSyntax"),
                arguments("\"schemas\":[]", "", "invalidSyntax"),
                arguments("\"schemas\":[\"urn:x:User\"]", "", "invalidSyntax"),
                arguments(CORE.replace("]", ",\"urn:x:User\"]"), "", "invalidSyntax"),
                arguments(CORE, "\"colour\":\"red\"", "invalidSyntax"),
                arguments(CORE, "\"name\":{\"first\":\"A\"}", "invalidSyntax"),
                arguments(CORE, "\"urn:x:User\":{\"a\":1}", "invalidSyntax"),
                arguments(CORE, "\"department\":\"IT\"", "invalidSyntax"),
                arguments(CORE, "\"%s\":{\"colour\":\"red\"}".formatted(ENTERPRISE), "invalidSyntax"),
                arguments(CORE, "\"active\":\"true\"", "invalidValue"),
                arguments(CORE, "\"title\":7", "invalidValue"),
                arguments(CORE, "\"title\":[\"Boss\"]", "invalidValue"),
                arguments(CORE, "\"phoneNumbers\":{\"value\":\"1\"}", "invalidValue"),
                arguments(CORE, "\"phoneNumbers\":[\"1\"]", "invalidValue"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"replace","value":{"displayName":"N-M"}}                              | invalidSyntax
            {"op":"add","value":{"members":[{"value":"U"}]}}                            | invalidSyntax
            {"op":"remove","path":"members","value":[{"value":"U"}]}                    | invalidSyntax
            {"op":"add","path":"members","value":[{"value":"U","colour":"red"}]}        | invalidSyntax
            {"op":"remove","path":"members[value eq U]"}                                | invalidFilter
            {"op":"add","path":"members","value":{"value":"U"}}                         | invalidValue
            {"op":"add","path":"members","value":["U"]}                                 | invalidValue
            {"op":"replace","path":"displayName","value":["N-M"]}                       | invalidValue
            """)
    void refusesTheGroupOperation(String operation, String scimType) {
        String spelledOut = operation
                .replace("\"U\"", "\"" + id + "\"")
                .replace("eq U", "eq " + id)
                .replace("N-M", person.userName());
        refusesStrictly(
                "PATCH", "/Groups/" + group, "{%s,\"Operations\":[%s]}".formatted(PATCH_OP, spelledOut), scimType);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "colour":"red"                                     | invalidSyntax
            "members":[{"value":"U","colour":"red"}]           | invalidSyntax
            "members":{"value":"U"}                            | invalidValue
            "members":["U"]                                    | invalidValue
            """)
    void refusesTheGroup(String member, String scimType) {
        String body = "{%s,\"displayName\":\"%s\",%s}"
                .formatted(GROUP, person.userName(), member.replace("\"U\"", "\"" + id + "\""));
        refusesStrictly("PUT", "/Groups/" + group, body, scimType);
        refusesStrictly("POST", "/Groups", body.replace(person.userName(), "new " + person.userName()), scimType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq %s",
                "userName eq \"%s\" and active eq True",
                "userName eq \"%s\" and active eq \"true\"",
                "userName eq \"%s\" and emails[type eq \"work\"].value pr",
                "userName eq \"%s\" and department eq \"Sales\""
            })
    void refusesTheFilter(String filter) {
        String text = filter.formatted(person.userName());
        http.search(text).hasStatus(200).has("totalResults", 1);

        workspace.settings("{\"strict\":true}");

        http.search(text).isScimError(400, "invalidFilter");
    }

    @Test
    void claimsTheProfile_onlyWhenEverySettingKeepsIt() {
        workspace.settings("{\"strict\":true}");
        http.get("/ServiceProviderConfig").hasStatus(200).lacks("interopProfileConformant");

        workspace.settings("{\"userNameFormat\":\"any\"}");
        http.get("/ServiceProviderConfig").hasStatus(200).has("interopProfileConformant", true);

        workspace.settings("{\"emailChange\":false}");
        http.get("/ServiceProviderConfig").hasStatus(200).lacks("interopProfileConformant");
    }

    @Test
    void refusesMessagesThatDoNotKeepToTheirSchema() {
        String search = "{\"filter\":\"title pr\"}";
        String bulk = "{\"Operations\":[]}";
        http.post("/Users/.search", search).hasStatus(200);
        http.post("/Bulk", bulk).hasStatus(200);

        workspace.settings("{\"strict\":true}");

        for (String path : List.of("/Users/.search", "/Groups/.search", "/.search")) {
            http.post(path, search).isScimError(400, "invalidSyntax");
            http.post(path, """
                            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"externalId pr"}""").hasStatus(200);
        }
        http.post("/Bulk", bulk).isScimError(400, "invalidSyntax");
    }

    @Test
    void replacesAComplexValueAsAWhole() {
        workspace.settings("{\"strict\":true}");

        Answer answer = http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name\",\"value\":{\"familyName\":\"Ray\"}}")
                .hasStatus(200)
                .has("name/familyName", "Ray")
                .lacks("name/givenName");

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changesOnly("name.givenName", "name.familyName");
    }

    @Test
    void servesAConformingClient() {
        workspace.settings("{\"strict\":true}");
        Person jane = Person.random();

        Answer created = http.post(
                        "/Users",
                        jane.document("""
                        "externalId":"e1","groups":[],"password":"1mz050nq","active":true,"title":null,"phoneNumbers":[],
                        "%s":{"department":"Sales"}""".formatted(ENTERPRISE)).replace("User\"],", "User\",\"" + ENTERPRISE + "\"],"))
                .hasStatus(201);
        String user = created.text("id");
        http.search("userName eq \"%s\" and active eq true".formatted(jane.userName()))
                .has("totalResults", 1);
        http.search("emails[type eq \"work\" and value eq \"%s\"]".formatted(jane.userName()))
                .has("totalResults", 1);
        http.search("%s:department eq \"Sales\" and userName eq \"%s\"".formatted(ENTERPRISE, jane.userName()))
                .has("totalResults", 1);
        assertThat(http.put("/Users/" + user, http.user(user).body())
                        .hasStatus(200)
                        .json())
                .isEqualTo(created.json());

        Answer changed = http.patchUser(user, """
                        {"op":"replace","path":"name.givenName","value":"Jane"},
                        {"op":"add","path":"phoneNumbers","value":[{"value":"1","type":"work","primary":true}]},
                        {"op":"replace","path":"phoneNumbers[type eq \\"work\\"].value","value":"2"},
                        {"op":"replace","path":"%1$s:department","value":"IT"},
                        {"op":"add","path":"%1$s:manager","value":{"value":"%2$s"}},
                        {"op":"remove","path":"externalId"},
                        {"op":"replace","path":"active","value":false}""".formatted(ENTERPRISE, id))
                .hasStatus(200)
                .has("name/givenName", "Jane")
                .has("phoneNumbers/0/value", "2")
                .has(ENTERPRISE + "/department", "IT")
                .has("active", false)
                .lacks("externalId");
        workspace
                .lastChangeOf(jane.userName())
                .isUser("UPDATE", "DEACTIVATED", jane.userName(), user)
                .isBy(changed);
        http.patchUser(user, "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}")
                .has("active", true);

        changesTheGroup(user);

        http.delete("/Users/" + user).hasStatus(204);
        http.user(user).isScimError(404);
        assertThat(http.idOfNew(jane)).isNotEqualTo(user);
    }

    private void changesTheGroup(String user) {
        patchGroup("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\",\"type\":\"User\"}]}"
                .formatted(user));
        assertThat(members()).containsExactlyInAnyOrder(id, user);
        patchGroup("{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(id));
        assertThat(members()).containsExactly(user);
        patchGroup("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}".formatted(person.userName()));
        http.search("groups.value eq \"%s\"".formatted(group)).has("totalResults", 1);
        http.put("/Groups/" + group, http.get("/Groups/" + group).body())
                .hasStatus(200)
                .has("displayName", person.userName());
        assertThat(members()).containsExactly(user);
        patchGroup("{\"op\":\"remove\",\"path\":\"members\"}");
        assertThat(members()).isEmpty();
    }

    private void patchGroup(String operation) {
        assertThat(http.patch("/Groups/" + group, "{%s,\"Operations\":[%s]}".formatted(PATCH_OP, operation))
                        .status())
                .isIn(200, 204);
    }

    private List<String> members() {
        Answer answer = http.get("/Groups/" + group).hasStatus(200);
        return answer.at("members").isEmpty()
                ? List.of()
                : answer.objects("members").stream()
                        .map(member -> member.getString("value"))
                        .toList();
    }

    private void refusesStrictly(String method, String path, String body, String scimType) {
        workspace.settings("{\"strict\":true}");
        String user = http.user(id).body();
        String members = http.get("/Groups/" + group).body();
        int entries = workspace.auditTotal();
        send(method, path, body).isScimError(400, scimType);
        assertThat(http.user(id).body()).isEqualTo(user);
        assertThat(http.get("/Groups/" + group).body()).isEqualTo(members);
        assertThat(workspace.auditTotal()).isEqualTo(entries);

        workspace.settings("{\"strict\":false}");
        assertThat(send(method, path, body).status()).isIn(200, 201, 204);
    }

    private Answer send(String method, String path, String body) {
        return http.send(method, path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
