package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaUpdateTest {
    private static final String BEFORE = """
            {"name": "color", "description": "Old.", "canonicalValues": ["red"]},
            {"name": "Level", "type": "integer"},
            {"name": "desk", "type": "complex", "subAttributes": [{"name": "floor", "type": "integer"}, {"name": "room"}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "color", "description": "Old.", "canonicalValues": ["red"]}       |
            {"name": "COLOR", "description": "New.", "canonicalValues": ["blue"]}      |
            {"name": "color", "mutability": "immutable", "returned": "request"}        |
            {"name": "color"}, {"name": "size"}                                        |
            {"name": "size"}                                                           | urn:acme:Badge:color
            {"name": "color", "caseExact": true}                                       | urn:acme:Badge:color
            {"name": "color", "multiValued": true}                                     | urn:acme:Badge:color
            {"name": "color", "type": "reference"}                                     | urn:acme:Badge:color
            {"name": "color", "type": "complex", "subAttributes": [{"name": "value"}]} | urn:acme:Badge:color
            """)
    void losesWhatIsGoneOrStoredOtherwise(String colorAfter, String lost) {
        Schema after = schema(BEFORE.replaceFirst(".*\n", colorAfter + ",\n"));

        assertThat(new SchemaUpdate(schema(BEFORE), Optional.of(after)).lost())
                .extracting(AttributeRef::path)
                .isEqualTo(Optional.ofNullable(lost).stream().toList());
    }

    @Test
    void losesPartsOfComplexAttributes() {
        Schema after = schema(BEFORE.replace("{\"name\": \"room\"}", "{\"name\": \"room\", \"caseExact\": true}"));

        assertThat(new SchemaUpdate(schema(BEFORE), Optional.of(after)).lost())
                .extracting(AttributeRef::path)
                .containsExactly("urn:acme:Badge:desk.room");
    }

    @Test
    void losesAllParts_whenTheirAttributeTakesManyValues() {
        Schema after = schema(BEFORE.replace("\"desk\",", "\"desk\", \"multiValued\": true,"));

        assertThat(new SchemaUpdate(schema(BEFORE), Optional.of(after)).lost())
                .extracting(AttributeRef::path)
                .containsExactlyInAnyOrder("urn:acme:Badge:desk.floor", "urn:acme:Badge:desk.room");
    }

    @Test
    void losesEverything_whenTheExtensionIsRemoved() {
        assertThat(new SchemaUpdate(schema(BEFORE), Optional.empty()).lost())
                .extracting(AttributeRef::path)
                .containsExactlyInAnyOrder(
                        "urn:acme:Badge:color",
                        "urn:acme:Badge:Level",
                        "urn:acme:Badge:desk.floor",
                        "urn:acme:Badge:desk.room");
    }

    private static Schema schema(String attributes) {
        return SchemaReader.read(document("{\"id\": \"urn:acme:Badge\", \"attributes\": [%s]}".formatted(attributes)));
    }
}
