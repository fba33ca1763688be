package org.cortexscim.search;

import java.math.BigDecimal;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The position of a resource in an ordered list.
 *
 * @param key its sort key, a String or a Long; null when it has no value, or when the list is ordered by id alone
 */
record Position(@Nullable Object key, String id) {
    /** The position that these {@link #fields} tell. */
    static Position of(ScimObject fields) {
        Object key = fields.get("key");
        return new Position(
                key instanceof BigDecimal number ? (Object) number.longValue() : key,
                fields.text("id").orElseThrow());
    }

    /** The position as JSON. */
    ScimObject fields() {
        return ScimObject.of("id", id).with("key", key instanceof Long number ? BigDecimal.valueOf(number) : key);
    }
}
