package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that cannot be made: each is refused with a reason, and the user stays as it is, version and all. */
@ExtendWith(FreshWorkspace.class)
class BadPatchIT {
    private static final String LONG = "x".repeat(10_000);

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private String id = "";

    @BeforeEach
    void givenAUserOfWhomEverythingCanChange() {
        workspace.settings("{\"attributeUpdates\":\"all\",\"emailChange\":true,\"reactivationByPatch\":true}");
        id = http.idOfNew(person);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTheOperation(String operation, String scimType) {
        // The first operation could be done: it must not be.
        refuses("""
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                 {"op":"replace","path":"title","value":"Half"},%s]}""".formatted(operation), scimType);
    }

    static Stream<Arguments> refusesTheOperation() {
        return Stream.of(
                arguments("{\"op\":\"move\",\"path\":\"title\",\"value\":\"x\"}", "invalidSyntax"),
                arguments("{\"path\":\"title\",\"value\":\"x\"}", "invalidSyntax"),
                arguments("{\"op\":1,\"path\":\"title\",\"value\":\"x\"}", "invalidSyntax"),
                arguments("\"replace\"", "invalidSyntax"),
                arguments("null", "invalidSyntax"),
                arguments("[]", "invalidSyntax"),
                arguments("{\"op\":\"replace\",\"path\":1,\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"noSuch\",\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"name.noSuch\",\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"title.value\",\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"urn:no:such:User:title\",\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"emails[type eq\",\"value\":\"x\"}", "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"emails]type[\",\"value\":\"x\"}", "invalidPath"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"name[givenName eq \\\"x\\\"].givenName\",\"value\":\"x\"}",
                        "invalidPath"),
                arguments("{\"op\":\"replace\",\"path\":\"emails[]\",\"value\":\"x\"}", "invalidFilter"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"emails[noSuch eq \\\"x\\\"].value\",\"value\":\"x\"}",
                        "invalidFilter"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"emails[type xx \\\"work\\\"].value\",\"value\":\"x\"}",
                        "invalidFilter"),
                arguments("{\"op\":\"remove\"}", "noTarget"),
                arguments("{\"op\":\"replace\",\"path\":\"title\"}", "invalidValue"),
                arguments("{\"op\":\"add\",\"path\":\"title\"}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"value\":\"x\"}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"value\":[{\"title\":\"x\"}]}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"active\",\"value\":\"maybe\"}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"value\":{\"active\":7}}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"name\",\"value\":\"Jane\"}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"title\",\"value\":{\"a\":1}}", "invalidValue"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"%s\"}".formatted(LONG),
                        "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"no email\"}", "invalidValue"),
                arguments("{\"op\":\"add\",\"path\":\"emails\",\"value\":[true]}", "invalidValue"),
                arguments("{\"op\":\"replace\",\"path\":\"userName\",\"value\":null}", "mutability"),
                arguments("{\"op\":\"remove\",\"path\":\"userName\"}", "mutability"),
                arguments("{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}", "mutability"),
                arguments(
                        "{\"op\":\"replace\",\"path\":\"meta.created\",\"value\":\"2020-01-01T00:00:00Z\"}",
                        "mutability"),
                arguments("{\"op\":\"remove\",\"path\":\"groups\"}", "mutability"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesTheMessage(String body, String scimType) {
        refuses(body, scimType);
    }

    static Stream<Arguments> refusesTheMessage() {
        return Stream.of(
                arguments("{}", "invalidSyntax"),
                arguments("{\"Operations\":null}", "invalidSyntax"),
                arguments("{\"Operations\":{}}", "invalidSyntax"),
                arguments("{\"Operations\":\"replace\"}", "invalidSyntax"),
                arguments("[]", "invalidSyntax"),
                arguments("{\"Operations\":[%s]}".formatted("{},".repeat(20_000) + "{}"), "invalidSyntax"),
                arguments("", "invalidSyntax"));
    }

    @Test
    void refusesANameThatIsTaken() {
        Person other = Person.random();
        http.create(other);

        String before = http.user(id).body();
        http.patchUser(
                        id,
                        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"%s\"}"
                                .formatted(other.userNameInCapitals()))
                .isScimError(409, "uniqueness");
        http.put("/Users/" + id, other.document()).isScimError(409, "uniqueness");
        assertThat(http.user(id).body()).isEqualTo(before);
    }

    @Test
    void refusesAnotherVersion() {
        String before = http.user(id).body();
        ScimClient late = http.with("If-Match", "W/\"99\"");

        late.put("/Users/" + id, person.document()).isScimError(412);
        late.patchUser(id, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}")
                .isScimError(412);
        late.delete("/Users/" + id).isScimError(412);
        assertThat(http.user(id).body()).isEqualTo(before);
    }

    private void refuses(String body, String scimType) {
        String before = http.user(id).body();
        int entries = workspace.auditTotal();

        http.patch("/Users/" + id, body).isScimError(400, scimType);

        assertThat(http.user(id).body()).isEqualTo(before);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }
}
