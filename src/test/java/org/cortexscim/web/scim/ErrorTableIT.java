package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The error keywords of RFC 7644 table 9, each where the table has it. */
@ExtendWith(FreshWorkspace.class)
class ErrorTableIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Person person = Person.random();
    private String id = "";

    @BeforeEach
    void givenAUser() {
        id = http.idOfNew(person);
    }

    @Test
    void invalidFilter() {
        http.search("userName maybe \"x\"").isScimError(400, "invalidFilter");
        http.search("noSuchAttribute eq \"x\"").isScimError(400, "invalidFilter");
        http.post("/Users/.search", """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"active gt true"}""").isScimError(400, "invalidFilter");
        refusesPatch(
                "{\"op\":\"replace\",\"path\":\"emails[type is \\\"work\\\"].display\",\"value\":\"x\"}",
                "invalidFilter");
    }

    @Test
    void uniqueness() {
        http.post("/Users", person.named(person.userNameInCapitals()).document())
                .isScimError(409, "uniqueness");

        Person other = Person.random();
        String second = http.idOfNew(other);
        Workspace.ofServiceUnderTest().settings("{\"emailChange\":true}");
        http.put("/Users/" + second, person.document()).isScimError(409, "uniqueness");
        http.patchUser(
                        second,
                        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"%s\"}".formatted(person.userName()))
                .isScimError(409, "uniqueness");
        http.user(second).has("userName", other.userName());
    }

    @Test
    void mutability() {
        refusesPatch("{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}", "mutability");
        refusesPatch("{\"op\":\"add\",\"path\":\"groups\",\"value\":[{\"value\":\"x\"}]}", "mutability");
        refusesPatch("{\"op\":\"remove\",\"path\":\"userName\"}", "mutability");
        http.put("/Users/" + id, Person.random().document()).isScimError(400, "mutability");
    }

    @Test
    void invalidSyntax() {
        http.post("/Users", "{\"userName\":").isScimError(400, "invalidSyntax");
        http.put("/Users/" + id, "[]").isScimError(400, "invalidSyntax");
        http.patch("/Users/" + id, "{}").isScimError(400, "invalidSyntax");
        refusesPatch("{\"op\":\"move\",\"path\":\"title\"}", "invalidSyntax");
        refusesPatch("{\"path\":\"title\",\"value\":\"x\"}", "invalidSyntax");
    }

    @Test
    void invalidPath() {
        refusesPatch("{\"op\":\"replace\",\"path\":\"noSuchAttribute\",\"value\":\"x\"}", "invalidPath");
        refusesPatch("{\"op\":\"replace\",\"path\":\"name.noSuchPart\",\"value\":\"x\"}", "invalidPath");
        refusesPatch("{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"\",\"value\":\"x\"}", "invalidPath");
        refusesPatch(
                "{\"op\":\"replace\",\"path\":\"emails.value[type eq \\\"work\\\"]\",\"value\":\"x\"}", "invalidPath");
    }

    @Test
    void noTarget() {
        refusesPatch("{\"op\":\"remove\"}", "noTarget");
        refusesPatch("{\"op\":\"replace\",\"path\":\"emails[type sw \\\"h\\\"].value\",\"value\":\"x\"}", "noTarget");
    }

    @Test
    void invalidValue() {
        http.post("/Users", "{\"title\":\"nobody\"}").isScimError(400, "invalidValue");
        http.post("/Users", Person.random().document("\"active\":\"maybe\"")).isScimError(400, "invalidValue");
        http.put("/Users/" + id, person.document("\"title\":{\"a\":1}")).isScimError(400, "invalidValue");
        refusesPatch("{\"op\":\"replace\",\"path\":\"title\"}", "invalidValue");
        refusesPatch("{\"op\":\"replace\",\"path\":\"active\",\"value\":7}", "invalidValue");
    }

    /** Whoever asks for another version has the wrong base URL, and need not have a key yet to be told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//scim/v1/Users",
                "//scim/v3/Groups?count=1",
                "//scim/v2.1/Users",
                "//scim/v1",
                "//scim/v20/ServiceProviderConfigs",
                "//scim//v1//Users"
            })
    void invalidVers(String path) {
        http.get(path).isScimError(400, "invalidVers").saying("/scim/v2");
        http.post(path, person.document()).isScimError(400, "invalidVers");
        http.without("Authorization").get(path).isScimError(400, "invalidVers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password eq \"hunter2\"",
                "PASSWORD pr",
                "title pr and not (urn:ietf:params:scim:schemas:core:2.0:User:password sw \"hunter2\")"
            })
    void sensitive(String filter) {
        for (String path : new String[] {"/Users", "/Groups", "/"}) {
            Answer answer =
                    http.get(path + "?filter=" + ScimClient.encoded(filter)).isScimError(403, "sensitive");
            assertThat(answer.body()).doesNotContain("hunter2");
        }
    }

    /** Only a URL is the wrong place for it; a search by POST is told that it finds nothing that way. */
    @Test
    void sensitive_isOnlyAUrl() {
        http.post("/Users/.search", """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"password pr"}""").isScimError(400, "invalidFilter");
    }

    private void refusesPatch(String operation, String scimType) {
        String before = http.user(id).body();
        http.patchUser(id, operation).isScimError(400, scimType);
        assertThat(http.user(id).body()).isEqualTo(before);
    }
}
