package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service answered, with assertions that read as sentences. A path is a JSON pointer without its first slash:
 * {@code emails/0/value}.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The value at the path as text; empty when there is none. */
    public Optional<String> at(String path) {
        return value(path).map(Answer::text);
    }

    /** The text at the path, which must be there. */
    public String text(String path) {
        return at(path).orElseThrow(() -> new AssertionError("no " + path + " in " + body));
    }

    public int number(String path) {
        assertThat(value(path)).as(path).get().isInstanceOf(JsonNumber.class);
        return Integer.parseInt(text(path));
    }

    public List<JsonObject> objects(String path) {
        return value(path).stream()
                .flatMap(list -> ((JsonArray) list).getValuesAs(JsonObject.class).stream())
                .toList();
    }

    public Answer hasStatus(int expected) {
        assertThat(status).as(this::toString).isEqualTo(expected);
        return this;
    }

    public Answer has(String path, Object expected) {
        assertThat(at(path)).as("%s in %s", path, this).contains(String.valueOf(expected));
        return this;
    }

    /** Has some value there that is not empty. */
    public Answer has(String path) {
        assertThat(at(path).filter(text -> !text.isEmpty()))
                .as("%s in %s", path, this)
                .isPresent();
        return this;
    }

    public Answer lacks(String path) {
        assertThat(at(path)).as("%s in %s", path, this).isEmpty();
        return this;
    }

    public Answer hasSchema(String urn) {
        assertThat(value("schemas").map(JsonValue::asJsonArray).stream()
                        .flatMap(List::stream)
                        .map(Answer::text))
                .as(this::toString)
                .contains(urn);
        return this;
    }

    public Answer hasHeader(String name, String expected) {
        assertThat(header(name)).as("%s of %s", name, this).contains(expected);
        return this;
    }

    /** Answered with a SCIM error (RFC 7644 §3.12) that tells what is wrong. */
    public Answer isScimError(int expected) {
        hasStatus(expected).hasSchema("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(value("status")).as(this::toString).contains(Json.createValue(Integer.toString(expected)));
        assertThat(at("detail")).as(this::toString).get().asString().isNotBlank();
        assertThat(header("Content-Type")).as(this::toString).get().asString().startsWith("application/scim+json");
        return this;
    }

    public Answer isScimError(int expected, String scimType) {
        return isScimError(expected).has("scimType", scimType);
    }

    /** Answered with the error body of the Cortex REST API. */
    public Answer isCortexError(int expected, String type) {
        hasStatus(expected).has("type", type).has("httpStatus", expected).has("message");
        has("requestId", header("X-Request-Id").orElse(""));
        assertThat(header("Content-Type")).as(this::toString).get().asString().startsWith("application/json");
        return this;
    }

    /** The detail of a SCIM error names that. */
    public Answer saying(String part) {
        assertThat(text("detail")).containsIgnoringCase(part);
        return this;
    }

    private Optional<JsonValue> value(String path) {
        try {
            return body.startsWith("{") ? Optional.of(json().getValue("/" + path)) : Optional.empty();
        } catch (JsonException nothingThere) {
            return Optional.empty();
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 2000 ? body.substring(0, 2000) + "..." : body);
    }
}
