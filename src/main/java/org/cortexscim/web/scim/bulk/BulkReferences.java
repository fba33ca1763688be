package org.cortexscim.web.scim.bulk;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The resources that operations of a bulk request create, by their bulkId, and the places that refer to them
 * (RFC 7644 §3.7.2): a value {@code "bulkId:qwerty"} anywhere in the data, or {@code /Users/bulkId:qwerty} as path.
 */
final class BulkReferences {
    private static final String MARK = "bulkId:";

    private final Map<String, String> ids = new HashMap<>();

    /** Notes the id of the resource with that bulkId. */
    void know(String bulkId, String id) {
        ids.put(bulkId, id);
    }

    void forget(String bulkId) {
        ids.remove(bulkId);
    }

    boolean knows(String bulkId) {
        return ids.containsKey(bulkId);
    }

    /** The bulkIds that an operation refers to. */
    static Set<String> in(BulkOperation operation) {
        Set<String> found = new LinkedHashSet<>();
        int mark = operation.path().indexOf("/" + MARK);
        if (mark >= 0) {
            found.add(operation.path().substring(mark + 1 + MARK.length()));
        }
        operation.data().ifPresent(data -> collect(data, found));
        return found;
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof ScimObject object) {
            object.forEach((name, member) -> collect(member, found));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, found));
        } else if (value instanceof String text && text.startsWith(MARK)) {
            found.add(text.substring(MARK.length()));
        }
    }

    /**
     * The value with ids in place of references.
     *
     * @throws ScimException 409 when a reference leads nowhere
     */
    @Nullable
    Object resolve(@Nullable Object value) {
        if (value instanceof ScimObject object) {
            return resolve(object);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolve).toList();
        }
        return value instanceof String text ? resolve(text) : value;
    }

    ScimObject resolve(ScimObject object) {
        ScimObject resolved = new ScimObject();
        object.forEach((name, member) -> resolved.put(name, resolve(member)));
        return resolved;
    }

    String resolve(String text) {
        if (!text.startsWith(MARK)) {
            return text;
        }
        String bulkId = text.substring(MARK.length());
        String id = ids.get(bulkId);
        if (id == null) {
            throw ScimException.conflict(
                    "The operation refers to bulkId '%s', but no operation has created that resource."
                            .formatted(bulkId));
        }
        return id;
    }
}
