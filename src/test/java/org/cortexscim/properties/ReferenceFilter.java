package org.cortexscim.properties;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;

/** What RFC 7644 §3.4.2.2 says a filter selects, said of one document as the wire shows it; slow and plain. */
final class ReferenceFilter {
    private ReferenceFilter() {}

    static boolean matches(Filter filter, JsonObject user) {
        if (filter instanceof Filter.And and) {
            return matches(and.left(), user) && matches(and.right(), user);
        }
        if (filter instanceof Filter.Or or) {
            return matches(or.left(), user) || matches(or.right(), user);
        }
        if (filter instanceof Filter.Not not) {
            return !matches(not.inner(), user);
        }
        if (filter instanceof Filter.Present present) {
            return values(user, present.path()).findAny().isPresent();
        }
        if (filter instanceof Filter.ValuePath path) {
            return values(user, path.path())
                    .map(JsonValue::asJsonObject)
                    .anyMatch(element -> matches(path.inner(), element));
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return values(user, comparison.path()).anyMatch(value -> holds(comparison, value));
    }

    /** Every value at the path, those of all elements. */
    private static Stream<JsonValue> values(JsonObject home, String path) {
        if (path.toLowerCase(Locale.ROOT).startsWith(Leaf.ENTERPRISE.toLowerCase(Locale.ROOT) + ":")) {
            return member(home, Leaf.ENTERPRISE)
                    .flatMap(part -> values(part.asJsonObject(), path.substring(Leaf.ENTERPRISE.length() + 1)));
        }
        int dot = path.indexOf('.');
        Stream<JsonValue> found = member(home, dot < 0 ? path : path.substring(0, dot));
        return dot < 0 ? found : found.flatMap(value -> values(value.asJsonObject(), path.substring(dot + 1)));
    }

    private static Stream<JsonValue> member(JsonObject object, String name) {
        return object.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry ->
                        entry.getValue() instanceof JsonArray list ? list.stream() : Stream.of(entry.getValue()));
    }

    private static boolean holds(Filter.Comparison comparison, JsonValue actual) {
        Object wanted = comparison.value();
        if (wanted instanceof Boolean flag) {
            return flag == actual.equals(JsonValue.TRUE);
        }
        String text = ((JsonString) actual).getString();
        String path = comparison.path().toLowerCase(Locale.ROOT);
        if (path.equals("meta.created")) {
            int order = OffsetDateTime.parse(text)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(wanted.toString()).toInstant());
            return ordered(comparison.operator(), order);
        }
        boolean exact = List.of("externalid", "profileurl", "photos.value").contains(path)
                // Only photos have URLs in their elements, and no other value begins so.
                || (path.equals("value") && text.matches("(https|urn):.*"));
        return compare(comparison.operator(), key(text, exact), key(wanted.toString(), exact));
    }

    private static String key(String text, boolean exact) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return exact ? composed : composed.toLowerCase(Locale.ROOT);
    }

    private static boolean compare(Operator operator, String actual, String wanted) {
        return switch (operator) {
            case CO -> actual.contains(wanted);
            case SW -> actual.startsWith(wanted);
            case EW -> actual.endsWith(wanted);
            default -> ordered(operator, actual.compareTo(wanted));
        };
    }

    private static boolean ordered(Operator operator, int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            default -> throw new IllegalArgumentException(operator + " has no order");
        };
    }
}
