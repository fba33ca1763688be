package org.cortexscim.scim.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.scim.schema.SchemaReader;
import org.cortexscim.testing.Documents;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each quirk makes of a body or an operation before the engine reads it: sent → meant. */
class DialectTest {
    private static final Path ROOM = Path.of("src/main/java/org/cortexscim/scim");
    private static final Pattern VENDOR = Pattern.compile(
            "\\b(Okta|Entra|Azure|OneLogin|Ping|SailPoint|JumpCloud|Salesforce|Google|Rippling|Microsoft)\\b");

    static Stream<Scenario> documents() {
        return Stream.of(
                Scenario.of("MissingUrn", """
                        sent  {"Department": "Sales", "division": "D", "title": "Clerk",
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "E"}}
                        meant {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                               {"division": "E", "department": "Sales"}}
                        """),
                Scenario.of("FlatPath", """
                        sent  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:Department": "Sales",
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value": "m1",
                               "urn:ietf:params:scim:schemas:core:2.0:User:title": "Clerk", "name.givenName": "Anna",
                               "name": {"familyName": "Lee"}, "emails.value": "a@x", "urn:unknown:colour": "red"}
                        meant {"title": "Clerk", "name": {"familyName": "Lee", "givenName": "Anna"}, "emails.value": "a@x",
                               "urn:unknown:colour": "red", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                               {"department": "Sales", "manager": {"value": "m1"}}}
                        """),
                Scenario.of("FlatPath, beside the value in its own place", """
                        sent  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Sales", "name.givenName": "A",
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "IT"}, "name": "Anna"}
                        meant {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "IT"}, "name": "Anna",
                               "name.givenName": "A"}
                        """),
                Scenario.of("EmptyText", """
                        sent  {"emails": "", "active": "", "roles": [""], "title": ""}
                        meant {"emails": null, "active": null, "roles": [null], "title": ""}
                        """),
                Scenario.of("ArrayOfOne", """
                        sent  {"active": [false], "title": ["a", "b"], "nickName": [], "locale": [["en"]],
                               "name": {"givenName": ["Anna"]}, "emails": [["a@x"]]}
                        meant {"active": false, "title": ["a", "b"], "nickName": [], "locale": [["en"]],
                               "name": {"givenName": "Anna"}, "emails": [["a@x"]]}
                        """),
                Scenario.of("MissingArray", """
                        sent  {"emails": {"value": "a@x"}, "name": {"givenName": "Anna"}, "roles": null}
                        meant {"emails": [{"value": "a@x"}], "name": {"givenName": "Anna"}, "roles": null}
                        """),
                Scenario.of("BareValue", """
                        sent  {"roles": ["admin", 7, true], "addresses": ["Rome"], "name": "Anna",
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": "m1"}}
                        meant {"roles": [{"value": "admin"}, {"value": "7"}, true], "addresses": ["Rome"], "name": "Anna",
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m1"}}}
                        """),
                Scenario.of("EmptyElement", """
                        sent  {"phoneNumbers": [{"value": "", "type": "work"}, {"value": null}, {"type": "home"}],
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": ""}}}
                        meant {"phoneNumbers": [{}, {}, {"type": "home"}],
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": ""}}}
                        """),
                Scenario.of("DisplayNameOfElement", """
                        sent  {"roles": [{"value": "r1", "displayName": "A"}, {"display": "B", "displayName": "C"}],
                               "displayName": "Anna"}
                        meant {"roles": [{"value": "r1", "display": "A"}, {"display": "B", "displayName": "C"}],
                               "displayName": "Anna"}
                        """),
                Scenario.of("BooleanText", """
                        sent  {"active": "False", "emails": [{"value": "a@x", "primary": "TRUE"}], "title": "True"}
                        meant {"active": false, "emails": [{"value": "a@x", "primary": true}], "title": "True"}
                        """),
                Scenario.of("NumberForText", """
                        sent  {"title": 1.50, "externalId": 1e3, "active": 1, "colour": 7,
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": 701984}}
                        meant {"title": "1.50", "externalId": "1000", "active": 1, "colour": 7,
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": "701984"}}
                        """),
                Scenario.of("no PackedRole", """
                        sent  {"roles": {"value": "{\\"value\\":\\"25\\"}"}}
                        meant {"roles": [{"value": "{\\"value\\":\\"25\\"}"}]}
                        """),
                Scenario.of("schemas stay as they are", """
                        sent  {"schemas": [1], "emails": "a@x"}
                        meant {"schemas": [1], "emails": [{"value": "a@x"}]}
                        """));
    }

    static Stream<Scenario> operations() {
        return Stream.of(
                Scenario.of("PackedRole", """
                        sent  {"op": "add", "path": "roles", "value": [{"value": "{\\"id\\":\\"06b0\\",\\"value\\":\\"25\\",\\"displayName\\":\\"R\\"}"}]}
                        meant {"op": "add", "path": "roles", "value": [{"value": "25", "display": "R"}]}
                        """),
                Scenario.of("PackedRole, without path", """
                        sent  {"op": "add", "value": {"roles": {"value": "{\\"value\\":\\"25\\"}"}}}
                        meant {"op": "add", "value": {"roles": [{"value": "25"}]}}
                        """),
                Scenario.of("ArrayOfOne and BareValue", """
                        sent  {"op": "add", "path": "manager", "value": ["m1"]}
                        meant {"op": "add", "path": "manager", "value": {"value": "m1"}}
                        """),
                Scenario.of("ArrayOfOne, as a whole element", """
                        sent  {"op": "replace", "path": "addresses[type eq \\"work\\"]", "value": [{"locality": 1}]}
                        meant {"op": "replace", "path": "addresses[type eq \\"work\\"]", "value": {"locality": "1"}}
                        """),
                Scenario.of("BooleanText at a value path", """
                        sent  {"op": "replace", "path": "emails[type eq \\"work\\"].primary", "value": "True"}
                        meant {"op": "replace", "path": "emails[type eq \\"work\\"].primary", "value": true}
                        """),
                Scenario.of("NumberForText in an extension and below the core schema's URN", """
                        sent  {"op": "add", "value": {
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": 7, "manager.value": 8},
                               "urn:ietf:params:scim:schemas:core:2.0:User": {"title": 9}, "name.givenName": 10}}
                        meant {"op": "add", "value": {
                               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "7", "manager.value": "8"},
                               "urn:ietf:params:scim:schemas:core:2.0:User": {"title": "9"}, "name.givenName": "10"}}
                        """),
                Scenario.of("a path that names nothing", """
                        sent  {"op": "replace", "path": "a]emails[", "value": "True"}
                        meant {"op": "replace", "path": "a]emails[", "value": "True"}
                        """));
    }

    static Stream<Scenario> members() {
        return Stream.of(
                Scenario.of("WrappedMembers", """
                        sent  {"op": "remove", "path": "members", "value": {"members": [{"value": "u1"}]}}
                        meant {"op": "remove", "path": "members", "value": [{"value": "u1"}]}
                        """),
                Scenario.of("WrappedMembers that are null remove nobody", """
                        sent  {"op": "remove", "path": "members", "value": {"members": null}}
                        meant {"op": "remove", "path": "members", "value": []}
                        """),
                Scenario.of("MissingArray and BareValue", """
                        sent  {"op": "add", "value": {"members": "u1", "displayName": 7}}
                        meant {"op": "add", "value": {"members": [{"value": "u1"}], "displayName": "7"}}
                        """),
                Scenario.of("malformed members are the engine's to refuse", """
                        sent  {"op": "remove", "path": "members", "value": ["", {"value": ["u1"]}, {"value": ""}, {"value": 5}]}
                        meant {"op": "remove", "path": "members", "value": ["", {"value": ["u1"]}, {"value": ""}, {"value": 5}]}
                        """));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rewritesABody(Scenario scenario) {
        ScimObject sent = scenario.document("sent");

        assertThat(dialect(CoreSchemas.USER_TYPE, Conformance.TOLERANT).document(sent))
                .withRepresentation(Documents::text)
                .isEqualTo(scenario.document("meant"));
        assertThat(sent).withRepresentation(Documents::text).isEqualTo(scenario.document("sent"));
        assertThat(dialect(CoreSchemas.USER_TYPE, Conformance.STRICT).document(sent))
                .withRepresentation(Documents::text)
                .isEqualTo(scenario.document("sent"));
    }

    static Stream<Scenario> extensions() {
        return Stream.of(
                Scenario.of("WrappedValue", """
                        sent  {"urn:acme:badge:1.0:User": {"tags": [{"value": "1"}, "2", {"value": "3", "type": "x"}]}}
                        meant {"urn:acme:badge:1.0:User": {"tags": ["1", "2", {"value": "3", "type": "x"}]}}
                        """),
                Scenario.of("NumberInQuotes", """
                        sent  {"urn:acme:badge:1.0:User": {"floor": "7", "height": "-1.50", "tags": ["8"]}}
                        meant {"urn:acme:badge:1.0:User": {"floor": 7, "height": -1.50, "tags": ["8"]}}
                        """),
                Scenario.of("no NumberInQuotes", """
                        sent  {"urn:acme:badge:1.0:User": {"floor": "seven", "height": "1e9"}}
                        meant {"urn:acme:badge:1.0:User": {"floor": "seven", "height": "1e9"}}
                        """));
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void rewritesAnExtension(Scenario scenario) {
        Schema badge = SchemaReader.read(Documents.document("""
                {"id": "urn:acme:badge:1.0:User", "name": "Badge", "attributes": [
                  {"name": "tags", "type": "string", "multiValued": true}, {"name": "floor", "type": "integer"},
                  {"name": "height", "type": "decimal"}]}"""));
        ResourceType type = new ResourceType("User", "/Users", "", CoreSchemas.USER, List.of(badge));

        assertThat(dialect(type, Conformance.TOLERANT).document(scenario.document("sent")))
                .withRepresentation(Documents::text)
                .isEqualTo(scenario.document("meant"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void rewritesAnOperation(Scenario scenario) {
        thenOperationIsMeant(CoreSchemas.USER_TYPE, scenario);
    }

    @ParameterizedTest
    @MethodSource("members")
    void rewritesMembers(Scenario scenario) {
        thenOperationIsMeant(CoreSchemas.GROUP_TYPE, scenario);
    }

    /** Elsewhere the room reads as the RFC does. URNs and the types of roles are names, not vendors. */
    @Test
    void knowsAllVendors_andNobodyElseDoes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOM)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(ROOM.resolve("dialect")))
                            .filter(file -> VENDOR.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    private static void thenOperationIsMeant(ResourceType type, Scenario scenario) {
        List<PatchOperation> sent = operations(scenario, "sent");

        assertThat(dialect(type, Conformance.TOLERANT).operations(sent)).isEqualTo(operations(scenario, "meant"));
        assertThat(sent).isEqualTo(operations(scenario, "sent"));
        assertThat(dialect(type, Conformance.STRICT).operations(sent)).isEqualTo(operations(scenario, "sent"));
    }

    private static Dialect dialect(ResourceType type, Conformance conformance) {
        return Dialect.of(type, JsonText::findObject, conformance);
    }

    private static List<PatchOperation> operations(Scenario scenario, String label) {
        return PatchOperation.parse(ScimObject.of("Operations", scenario.documents(label)), Conformance.TOLERANT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
