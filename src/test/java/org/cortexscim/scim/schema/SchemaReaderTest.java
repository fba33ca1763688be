package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.scim.ScimObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {
    private static final String URN = "urn:acme:params:scim:schemas:extension:badge:1.0:User";

    @Test
    void givesWhatIsLeftOutItsDefault() {
        Schema schema = read("{\"name\": \"color\"}");

        assertThat(schema).isEqualTo(new Schema(URN, URN, "", java.util.List.of(Attribute.string("color", ""))));
    }

    @Test
    void readsEveryCharacteristic() {
        Schema schema = SchemaReader.read(document("""
                {"id": "%s", "name": "Badge", "description": "What opens doors.", "attributes": [
                  {"name": "color", "type": "string", "multiValued": true, "description": "Its color.",
                   "required": false, "canonicalValues": ["red", "blue"], "caseExact": true,
                   "mutability": "immutable", "returned": "request", "uniqueness": "none"},
                  {"name": "issued", "type": "dateTime", "returned": "always"},
                  {"name": "fee", "type": "decimal"},
                  {"name": "number", "type": "INTEGER"},
                  {"name": "lost", "type": "boolean"},
                  {"name": "key", "type": "binary"},
                  {"name": "page", "type": "reference"},
                  {"name": "doors", "type": "complex", "multiValued": true, "subAttributes": [
                    {"name": "value"},
                    {"name": "$ref", "type": "reference", "referenceTypes": ["uri"], "caseExact": false}]}]}
                """.formatted(URN)));

        assertThat(schema.name()).isEqualTo("Badge");
        assertThat(schema.description()).isEqualTo("What opens doors.");
        assertThat(schema.attributes())
                .containsExactly(
                        Attribute.string("color", "Its color.")
                                .multi()
                                .suggesting("red", "blue")
                                .exactCase()
                                .with(Mutability.IMMUTABLE)
                                .with(Returned.REQUEST),
                        Attribute.dateTime("issued", "").with(Returned.ALWAYS),
                        Attribute.of("fee", AttributeType.DECIMAL, ""),
                        Attribute.integer("number", ""),
                        Attribute.bool("lost", ""),
                        Attribute.binary("key", ""),
                        Attribute.reference("page", "", "external"),
                        Attribute.complex(
                                        "doors",
                                        "",
                                        Attribute.string("value", ""),
                                        Attribute.of("$ref", AttributeType.REFERENCE, "")
                                                .referringTo(java.util.List.of("uri")))
                                .multi());
    }

    @Test
    void readsWhatDiscoveryWrites() {
        Schema schema = read("""
                {"name": "color", "canonicalValues": ["red"], "caseExact": true, "returned": "always"},
                {"name": "page", "type": "reference", "caseExact": false, "referenceTypes": ["User", "Group"]},
                {"name": "doors", "type": "complex", "multiValued": true, "description": "Doors.", "subAttributes": [
                  {"name": "value"}, {"name": "floor", "type": "integer"}]}
                """);

        assertThat(SchemaReader.read(Discovery.definition(schema))).isEqualTo(schema);
        assertThat(SchemaReader.read(new Discovery("https://host").schema(schema)))
                .isEqualTo(schema);
    }

    @Test
    void takesNullForNothing() {
        assertThat(read("{\"name\": \"color\", \"description\": null, \"canonicalValues\": null, \"type\": null}"))
                .isEqualTo(read("{\"name\": \"color\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "string"}                                  | 'name' is missing
            {"name": ""}                                        | 'name' must begin with a letter
            {"name": "1st"}                                     | 'name' must begin with a letter
            {"name": "a.b"}                                     | 'name' must begin with a letter
            {"name": "farbe ü"}                                 | 'name' must begin with a letter
            {"name": "$ref", "type": "reference"}               | 'name' must begin with a letter
            {"name": 7}                                         | 'name' must be a string
            {"name": "x", "type": "text"}                       | Attribute 'x': 'type' must be one of: string, boolean, decimal, integer, dateTime, binary, reference, complex
            {"name": "x", "type": true}                         | 'type' must be a string
            {"name": "x", "description": 7}                     | 'description' must be a string
            {"name": "x", "multiValued": "true"}                | 'multiValued' must be true or false
            {"name": "x", "required": true}                     | 'required' must be false, because existing users
            {"name": "x", "mutability": "readOnly"}             | cannot be readOnly: only SCIM clients can set the value
            {"name": "x", "mutability": "writeOnly"}            | cannot be writeOnly
            {"name": "x", "mutability": "frozen"}               | 'mutability' must be one of: readOnly, readWrite, immutable, writeOnly
            {"name": "x", "returned": "never"}                  | 'returned' cannot be never
            {"name": "x", "returned": "sometimes"}              | 'returned' must be one of: always, never, default, request
            {"name": "x", "uniqueness": "server"}               | 'uniqueness' must be none
            {"name": "x", "uniqueness": "global"}               | 'uniqueness' must be none
            {"name": "x", "uniqueness": "yes"}                  | 'uniqueness' must be one of: none, server, global
            {"name": "x", "canonicalValues": "red"}             | 'canonicalValues' must be an array
            {"name": "x", "canonicalValues": [1]}               | 'canonicalValues' must contain strings of 1 to 500 characters
            {"name": "x", "canonicalValues": [" "]}             | 'canonicalValues' must contain strings of 1 to 500 characters
            {"name": "x", "type": "integer", "canonicalValues": ["1"]} | only for the types string and reference
            {"name": "x", "caseExact": "no"}                    | 'caseExact' must be true or false
            {"name": "x", "type": "binary", "caseExact": false} | 'caseExact' must be true for the type binary
            {"name": "x", "referenceTypes": ["User"]}           | 'referenceTypes' are allowed only for the type reference
            {"name": "x", "type": "reference", "referenceTypes": ["Car"]} | not 'Car'
            {"name": "x", "multivalue": true}                   | Attribute 'x': 'multivalue' is not a member that RFC 7643 §7 defines
            {"name": "x", "type": "complex"}                    | a complex attribute needs 'subAttributes'
            {"name": "x", "subAttributes": [{"name": "y"}]}     | 'subAttributes' are allowed only for the type complex
            {"name": "x", "type": "complex", "subAttributes": ["y"]} | 'subAttributes' must be an array of JSON objects
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y", "type": "complex"}]} | Attribute 'x.y': a sub-attribute cannot be complex
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y", "multiValued": true}]} | Attribute 'x.y': a sub-attribute takes one value
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y", "required": true}]} | Attribute 'x.y': 'required' must be false
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y", "mutability": "immutable"}]} | set it on the whole attribute
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y", "returned": "request"}]} | set it on the whole attribute
            {"name": "x", "type": "complex", "subAttributes": [{"name": "$ref"}]} | 'name' must begin with a letter
            {"name": "x", "type": "complex", "subAttributes": [{"name": "y"}, {"name": "Y"}]} | Attribute 'x': the attribute 'Y' is defined twice
            {"name": "x"}, {"name": "X"}                        | The schema: the attribute 'X' is defined twice
            """)
    void refusesAttribute(String attributes, String problem) {
        thenRefused(() -> read(attributes)).with(400, "invalidValue").saying(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"attributes": [{"name": "x"}]}                                      | 'id' is missing
            {"id": 7, "attributes": [{"name": "x"}]}                             | 'id' must be a string
            {"id": "urn:acme:x"}                                                 | needs at least one attribute
            {"id": "urn:acme:x", "attributes": []}                               | needs at least one attribute
            {"id": "urn:acme:x", "attributes": {"name": "x"}}                    | 'attributes' must be an array
            {"id": "urn:acme:x", "attributes": ["x"]}                            | 'attributes' must be an array of JSON objects
            {"id": "urn:acme:x", "attributes": [{"name": "x"}], "name": 7}       | 'name' must be a string
            {"id": "urn:acme:x", "attributes": [{"name": "x"}], "titel": "x"}    | The schema: 'titel' is not a member
            """)
    void refusesSchema(String schema, String problem) {
        thenRefused(() -> SchemaReader.read(document(schema)))
                .with(400, "invalidValue")
                .saying(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "badge",
                "https://acme.example/badge",
                "urn:acme",
                "urn:acme:",
                "urn::badge",
                "urn:a:badge",
                "urn:acme:badge:",
                "urn:acme:badge.",
                "urn:acme:bad ge",
                "urn:acme:badge[1]",
                "urn:acme:bädge",
                "URN:acme:badge",
                ""
            })
    void refusesOtherIds(String id) {
        thenRefused(() -> SchemaReader.read(withId(id)))
                .with(400, "invalidValue")
                .saying("'id' must be a URN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CoreSchemas.USER_URN,
                CoreSchemas.ENTERPRISE_URN,
                "urn:IETF:params:scim:schemas:extension:own:2.0:User",
                "urn:cortex-scim:schemas:extension:1.0:WorkspacePolicy"
            })
    void refusesIdsOfOthers(String id) {
        thenRefused(() -> SchemaReader.read(withId(id)))
                .with(400, "invalidValue")
                .saying("must not begin with");
    }

    @Test
    void boundsLengthsAndCounts() {
        thenRefused(() -> SchemaReader.read(withId("urn:acme:" + "x".repeat(142))))
                .saying("'id' is longer than 150 characters");
        assertThat(SchemaReader.read(withId("urn:acme:" + "x".repeat(141))).id())
                .hasSize(150);
        assertThat(read(attributes(100)).attributes()).hasSize(100);
        thenRefused(() -> read(attributes(101))).saying("'attributes' has more than 100 elements");
        thenRefused(() -> read(
                        "{\"name\": \"x\", \"type\": \"complex\", \"subAttributes\": [%s]}".formatted(attributes(51))))
                .saying("'subAttributes' has more than 50 elements");
        thenRefused(() -> read("{\"name\": \"x\", \"description\": \"%s\"}".formatted("d".repeat(1001))))
                .saying("'description' is longer than 1000 characters");
    }

    /** The full path of an attribute is indexed in 200 characters. */
    @Test
    void boundsFullPaths() {
        String urn = "urn:acme:" + "x".repeat(141);
        String longest = "a".repeat(49);

        assertThat(read(urn, "{\"name\": \"%s\"}".formatted(longest)).attributes())
                .hasSize(1);
        thenRefused(() -> read(urn, "{\"name\": \"%sa\"}".formatted(longest)))
                .saying("a' is longer than 200 characters");
        thenRefused(() -> read(
                        urn,
                        "{\"name\": \"%s\", \"type\": \"complex\", \"subAttributes\": [{\"name\": \"b\"}]}"
                                .formatted(longest)))
                .saying("a.b' is longer than 200 characters");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"name\": \"a%d\"}"::formatted)
                .collect(Collectors.joining(","));
    }

    private static ScimObject withId(String id) {
        return document("{\"id\": \"%s\", \"attributes\": [{\"name\": \"color\"}]}".formatted(id));
    }

    private static Schema read(String attributes) {
        return read(URN, attributes);
    }

    private static Schema read(String urn, String attributes) {
        return SchemaReader.read(document("{\"id\": \"%s\", \"attributes\": [%s]}".formatted(urn, attributes)));
    }
}
