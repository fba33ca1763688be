package org.cortexscim.scim.patch;

import java.util.List;
import java.util.stream.Stream;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PATCH of attributes with characteristics that no core attribute has: required lists and parts, lists of plain values. */
class ExtensionPatchTest {
    private static final String URN = "urn:example:Badge";
    private static final ResourceType TYPE = new ResourceType(
            "User",
            "/Users",
            "",
            CoreSchemas.USER,
            List.of(new Schema(
                    URN,
                    "Badge",
                    "",
                    List.of(
                            Attribute.string("tags", "").multi(),
                            Attribute.integer("floors", "").multi(),
                            Attribute.string("doors", "").multi().mandatory(),
                            Attribute.complex(
                                    "photo",
                                    "",
                                    Attribute.string("url", "").mandatory(),
                                    Attribute.string("note", ""))))));
    private static final String BEFORE = """
            before {"title": "Clerk", "urn:example:Badge": {"tags": ["a", "b"], "floors": [1, 2], "doors": ["d"],
                    "photo": {"url": "u"}}}
            """;

    static Stream<Scenario> done() {
        return Stream.of(
                scenario("an extension goes as a whole, with what is required in it", """
                        patch  {"op": "remove", "path": "urn:example:Badge"}
                        after  {"title": "Clerk"}
                        """),
                scenario("plain values are added once, and selected by their value", """
                        patch  [{"op": "add", "path": "urn:example:Badge:tags", "value": ["B", "c"]},
                                {"op": "add", "path": "urn:example:Badge:floors", "value": [2, 3.0]},
                                {"op": "remove", "path": "urn:example:Badge:tags[value eq \\"A\\"]"},
                                {"op": "replace", "path": "urn:example:Badge:tags[value eq \\"c\\"]", "value": "d"},
                                {"op": "remove", "path": "urn:example:Badge:floors", "value": [1]},
                                {"op": "add", "path": "urn:example:Badge:doors[value eq \\"x\\"]", "value": "y"}]
                        after  {"title": "Clerk", "urn:example:Badge": {"tags": ["b", "d"], "floors": [2, 3.0],
                                "doors": ["d", "y"], "photo": {"url": "u"}}}
                        """));
    }

    @ParameterizedTest
    @MethodSource("done")
    void patches(Scenario scenario) {
        Patching.when(scenario).of(TYPE).thenUserIs(scenario.document("after"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op": "remove", "path": "B:doors"}                                    | 'B:doors' is required
            {"op": "replace", "path": "B:doors", "value": []}                      | 'B:doors' is required
            {"op": "remove", "path": "B:doors[value eq \\"d\\"]"}                  | 'B:doors' is required
            {"op": "remove", "path": "B:doors", "value": ["d"]}                    | 'B:doors' is required
            {"op": "remove", "path": "B:photo.url"}                                | 'B:photo.url' is required
            {"op": "replace", "path": "B:photo.url", "value": null}                | 'B:photo.url' is required
            """)
    void refuses(String operation, String detail) {
        Patching.when(scenario("refused", "patch " + operation.replace("\"B", "\"" + URN)))
                .of(TYPE)
                .thenRefused()
                .with(400, "mutability")
                .saying(detail.replace("'B", "'" + URN));
    }

    private static Scenario scenario(String title, String rest) {
        return Scenario.of(title, BEFORE + rest);
    }
}
