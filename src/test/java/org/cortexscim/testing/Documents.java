package org.cortexscim.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/** JSON text as resource trees and back, without the product's own reader. */
public final class Documents {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

    private Documents() {}

    /** The tree of a JSON object. */
    public static ScimObject document(String json) {
        return tree(value(json).asJsonObject());
    }

    /** The trees of a JSON array of objects; one object is read as an array of one. */
    public static List<ScimObject> documents(String json) {
        JsonValue value = value(json);
        return value instanceof JsonArray array
                ? array.getValuesAs(JsonObject.class).stream()
                        .map(Documents::tree)
                        .toList()
                : List.of(tree(value.asJsonObject()));
    }

    /** A value as JSON text, for messages; nothing is left out. */
    public static String text(@Nullable Object value) {
        if (value instanceof ScimObject object) {
            StringJoiner members = new StringJoiner(",", "{", "}");
            object.forEach((name, member) -> members.add("\"" + name + "\":" + text(member)));
            return members.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            list.forEach(element -> elements.add(text(element)));
            return elements.toString();
        }
        return value instanceof String text ? Json.createValue(text).toString() : String.valueOf(value);
    }

    private static JsonValue value(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static ScimObject tree(JsonObject json) {
        ScimObject object = new ScimObject();
        json.forEach((name, value) -> object.put(name, tree(value)));
        return object;
    }

    private static @Nullable Object tree(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> tree(value.asJsonObject());
            case ARRAY -> elements(value.asJsonArray());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static List<@Nullable Object> elements(JsonArray array) {
        List<@Nullable Object> elements = new ArrayList<>();
        array.forEach(element -> elements.add(tree(element)));
        return elements;
    }
}
