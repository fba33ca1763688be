package org.cortexscim.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a PATCH → its operations. */
class PatchOperationTest {

    @Test
    void readsOperationsInOrder() {
        assertThat(PatchOperation.parse(document("""
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [
                           {"op": "add", "path": "title", "value": "Boss"},
                           {"op": "Replace", "value": {"active": false}},
                           {"op": "REMOVE", "path": "nickName"},
                           {"op": "replace", "path": "title", "value": null}]}
                        """), Conformance.TOLERANT))
                .containsExactly(
                        new PatchOperation(Kind.ADD, Optional.of("title"), "Boss", true),
                        new PatchOperation(Kind.REPLACE, Optional.empty(), ScimObject.of("active", false), true),
                        new PatchOperation(Kind.REMOVE, Optional.of("nickName"), null, false),
                        new PatchOperation(Kind.REPLACE, Optional.of("title"), null, true));
    }

    /** Entra's validator sends one. */
    @Test
    void readsEmptyList() {
        assertThat(PatchOperation.parse(document("""
                {"Operations": []}
                """), Conformance.TOLERANT)).isEmpty();
    }

    @Test
    void readsNamesInAnyCase() {
        assertThat(PatchOperation.parse(document("""
                {"operations": [{"OP": "add", "PATH": " ", "VALUE": {}}]}
                """), Conformance.TOLERANT))
                .containsExactly(new PatchOperation(Kind.ADD, Optional.empty(), new ScimObject(), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["urn:ietf:params:scim:schemas:core:2.0:User"]
            ["urn:ietf:params:scim:api:messages:2.0:PatchOperation"]
            [null]
            ""
            7
            {}
            """)
    void refusesWhatCallsItselfSomethingElse(String schemas) {
        thenRefused(() -> PatchOperation.parse(
                        document("{\"schemas\": %s, \"Operations\": []}".formatted(schemas)), Conformance.TOLERANT))
                .with(400, "invalidSyntax")
                .saying("urn:ietf:params:scim:api:messages:2.0:PatchOp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"",
                "[\"urn:ietf:params:scim:schemas:core:2.0:User\", \"URN:ietf:params:scim:api:messages:2.0:patchop\"]"
            })
    void readsWhatIsNamedLoosely(String schemas) {
        assertThat(PatchOperation.parse(
                        document("{\"schemas\": %s, \"Operations\": []}".formatted(schemas)), Conformance.TOLERANT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                  | invalidSyntax | needs an 'Operations' array
            {"Operations": null}                                | invalidSyntax | needs an 'Operations' array
            {"Operations": {"op": "add"}}                       | invalidSyntax | needs an 'Operations' array
            {"Operations": ["add"]}                             | invalidSyntax | must be a JSON object
            {"Operations": [null]}                              | invalidSyntax | must be a JSON object
            {"Operations": [{"path": "title"}]}                 | invalidSyntax | must be add, replace or remove
            {"Operations": [{"op": null}]}                      | invalidSyntax | must be add, replace or remove
            {"Operations": [{"op": "delete", "path": "title"}]} | invalidSyntax | must be add, replace or remove
            {"Operations": [{"op": ["add"]}]}                   | invalidSyntax | must be add, replace or remove
            {"Operations": [{"op": "add", "path": 7}]}          | invalidPath   | must be a string
            {"Operations": [{"op": "add", "path": ["title"]}]}  | invalidPath   | must be a string
            """)
    void refusesWhatIsNoPatch(String body, String scimType, String detail) {
        thenRefused(() -> PatchOperation.parse(document(body), Conformance.TOLERANT))
                .with(400, scimType)
                .saying(detail);
    }

    @Test
    void boundsNumberOfOperations() {
        assertThat(PatchOperation.parse(operations(PatchOperation.MAX_OPERATIONS), Conformance.TOLERANT))
                .hasSize(1000);
        thenRefused(() -> PatchOperation.parse(operations(PatchOperation.MAX_OPERATIONS + 1), Conformance.TOLERANT))
                .with(400, "invalidSyntax")
                .saying("at most 1000 operations");
    }

    private static ScimObject operations(int count) {
        ScimObject operation = ScimObject.of("op", "remove").with("path", "title");
        List<ScimObject> operations = Collections.nCopies(count, operation);
        return ScimObject.of("Operations", operations);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Operations": [{"op": "remove", "path": "title"}]}                             | 'schemas' must be an array
            {"schemas": [], "Operations": [{"op": "remove", "path": "title"}]}              | 'schemas' must be an array
            {"schemas": ["urn:x"], "Operations": [{"op": "remove", "path": "title"}]}       | 'schemas' must be an array
            {S, "Operations": []}                                                           | at least one operation
            {S, "Operations": [{"op": "remove", "path": "title"}], "colour": "red"}         | 'colour' is not a member
            {S, "Operations": [{"op": "remove", "path": "title", "colour": "red"}]}         | 'colour' is not a member
            {S, "Operations": [{"op": "replace", "value": {"active": false}}]}              | needs a 'path'
            {S, "Operations": [{"op": "add", "path": " ", "value": {"title": "Boss"}}]}     | needs a 'path'
            {S, "Operations": [{"op": "remove"}]}                                           | needs a 'path'
            {S, "Operations": [{"op": "remove", "path": "emails", "value": [{"value": "a"}]}]} | must not have a 'value'
            """)
    void refusesStrictly(String body, String detail) {
        String schemas = "\"schemas\": [\"" + PatchOperation.SCHEMA + "\"]";
        thenRefused(() -> PatchOperation.parse(document(body.replace("{S", "{" + schemas)), Conformance.STRICT))
                .with(400, "invalidSyntax")
                .saying(detail);
    }

    @Test
    void readsStrictly() {
        assertThat(PatchOperation.parse(document("""
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "Replace", "path": "title", "value": "Boss"}]}
                """), Conformance.STRICT))
                .containsExactly(new PatchOperation(Kind.REPLACE, Optional.of("title"), "Boss", true));
    }
}
