package org.cortexscim.roles.assignment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.search.sql.BoundedKey;

/** The values in a user's {@code roles}, under the keys by which they are compared. */
final class RoleValues {
    private RoleValues() {}

    /** The key of a value, as the index of users' values has it too. */
    static String key(String value) {
        return BoundedKey.of(SearchKey.folded(value));
    }

    /** Each value as it was sent, by its key; an element without a value is ignored. */
    static Map<String, String> of(ScimObject user) {
        Map<String, String> values = new LinkedHashMap<>();
        user.objects("roles").stream()
                .flatMap(role -> role.text("value").stream())
                .forEach(value -> values.putIfAbsent(key(value), value));
        return values;
    }

    /** The values that one document has and another has not. */
    static Map<String, String> added(ScimObject before, ScimObject after) {
        Map<String, String> added = of(after);
        added.keySet().removeAll(of(before).keySet());
        return added;
    }
}
