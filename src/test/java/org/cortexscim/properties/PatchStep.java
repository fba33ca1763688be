package org.cortexscim.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a PATCH, as plain Java values.
 *
 * @param place where; empty without a path, and then the value is a map of places
 * @param path the place as it is written
 * @param value null, a Boolean, a text, a list or a map; absent when there is none at all
 */
record PatchStep(String op, Optional<Place> place, String path, Optional<Object> value) {
    /** Stands for JSON null where a value is. */
    static final Object NULL = new Object();

    /** The operation in JSON. */
    String text() {
        StringJoiner members = new StringJoiner(",", "{", "}").add("\"op\":\"" + op + "\"");
        if (place.isPresent()) {
            members.add("\"path\":" + Place.JSON.createValue(path));
        }
        value.ifPresent(given -> members.add("\"value\":" + json(given)));
        return members.toString();
    }

    /** A plain value in JSON. */
    static String json(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(",", "{", "}");
            map.forEach((name, member) -> members.add(Place.JSON.createValue(name.toString()) + ":" + json(member)));
            return members.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            list.forEach(element -> elements.add(json(element)));
            return elements.toString();
        }
        if (value instanceof Member member) {
            return json(member.value());
        }
        return value instanceof String text
                ? Place.JSON.createValue(text).toString()
                : value == NULL ? "null" : String.valueOf(value);
    }

    /** A member of a value without a path: its name there stands for a place. */
    record Member(Place place, Object value) {}

    /** A map that keeps its order. */
    static Map<String, Object> map() {
        return new LinkedHashMap<>();
    }
}
