package org.cortexscim.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.cortexscim.roles.Permission;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;

/** /openapi tells of every operation of the administration API all that a caller needs. */
class OpenApiIT {
    private static final Set<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::label).collect(Collectors.toSet());

    private final JsonObject document = new OperationsPages(Service.underTest())
            .get("/openapi?format=JSON")
            .hasStatus(200)
            .json();

    @Test
    void describesEveryOperation() {
        SoftAssertions facts = new SoftAssertions();
        List<Operation> operations = operations();

        operations.forEach(operation -> {
            facts.assertThat(operation.text("summary"))
                    .as(operation + " summary")
                    .isNotEmpty();
            facts.assertThat(operation.text("x-permission"))
                    .as(operation + " permission")
                    .isIn(PERMISSIONS);
            facts.assertThat(operation.text("description"))
                    .as(operation + " description")
                    .endsWith("Permission: " + operation.text("x-permission") + ".")
                    .doesNotStartWith("Permission:");
            operation
                    .parameters()
                    .forEach(parameter -> facts.assertThat(parameter.getString("description", ""))
                            .as(operation + " parameter " + parameter.getString("name"))
                            .isNotEmpty());
            operation
                    .withBody()
                    .forEach(place -> operation.at(place).forEach((type, content) -> {
                        facts.assertThat(isDescribed(content.asJsonObject()))
                                .as(operation + " schema of " + type + " at " + place)
                                .isTrue();
                        facts.assertThat(hasExample(content))
                                .as(operation + " example of " + type + " at " + place)
                                .isTrue();
                    }));
            facts.assertThat(operation.definition().getJsonObject("responses").keySet())
                    .as(operation + " refusals")
                    .contains("401", "403", "429", "500");
        });

        assertThat(operations).hasSizeGreaterThan(15);
        facts.assertAll();
    }

    @Test
    void tellsHowToSignIn() {
        assertThat(document.getValue("/components/securitySchemes/apiKey/scheme")
                        .toString())
                .isEqualTo("\"bearer\"");
        assertThat(document.getJsonArray("security").toString()).contains("apiKey");
    }

    /** Text has no members; the schema of an object names them all, or what all of them are. */
    private boolean isDescribed(JsonObject content) {
        JsonObject schema = resolved(
                content.getOrDefault("schema", JsonValue.EMPTY_JSON_OBJECT).asJsonObject());
        return schema.containsKey("properties")
                || schema.containsKey("additionalProperties")
                || schema.getString("type", "").equals("string");
    }

    /** Tells whether there is an example of a body, or of a member at any depth of its schema. */
    private boolean hasExample(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().anyMatch(this::hasExample);
        }
        return value instanceof JsonObject object
                && (object.containsKey("example")
                        || object.containsKey("examples")
                        || object.containsKey("enum")
                        || resolved(object).values().stream().anyMatch(this::hasExample));
    }

    private JsonObject resolved(JsonObject schema) {
        return schema.containsKey("$ref")
                ? document.getValue(schema.getString("$ref").substring(1)).asJsonObject()
                : schema;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject()
                        .forEach((method, definition) ->
                                operations.add(new Operation(method + " " + path, definition.asJsonObject()))));
        return operations;
    }

    private record Operation(String name, JsonObject definition) {
        String text(String member) {
            return definition.getString(member, "");
        }

        List<JsonObject> parameters() {
            return definition.containsKey("parameters")
                    ? definition.getJsonArray("parameters").getValuesAs(JsonObject.class)
                    : List.of();
        }

        /** Where this operation has a body that JSON pointers lead to: that of the request, and those of the answers. */
        List<String> withBody() {
            List<String> places = new ArrayList<>();
            if (definition.containsKey("requestBody")) {
                places.add("/requestBody/content");
            }
            definition.getJsonObject("responses").forEach((status, response) -> {
                if (status.startsWith("2") && !name.startsWith("delete ")) {
                    places.add("/responses/" + status + "/content");
                }
            });
            return places;
        }

        /** The content there, by its media type. */
        JsonObject at(String pointer) {
            JsonObject content = definition.getValue(pointer).asJsonObject();
            assertThat(content).as(name + " has no media type at " + pointer).isNotEmpty();
            return content;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
