package org.cortexscim.scim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute whose value differs between two documents; a complex value is compared part by part.
 *
 * @param path the attribute, such as {@code name.givenName}
 * @param before the value in the first document, null when it has none
 * @param after the value in the second document, null when it has none
 */
public record Difference(
        String path, @Nullable Object before, @Nullable Object after) {

    /** All differences between two documents, in the order of their members. */
    public static List<Difference> between(ScimObject before, ScimObject after) {
        List<Difference> differences = new ArrayList<>();
        collect("", before, after, differences);
        return differences;
    }

    private static void collect(String prefix, ScimObject before, ScimObject after, List<Difference> differences) {
        Set<String> names = new LinkedHashSet<>(before.names());
        after.names().stream().filter(name -> !before.has(name)).forEach(names::add);
        for (String name : names) {
            Object old = before.get(name);
            Object now = after.get(name);
            if (isObjectOrNull(old) && isObjectOrNull(now)) {
                // A URN is joined to its attributes by a colon, an attribute to its parts by a dot.
                String separator = name.startsWith("urn:") ? ":" : ".";
                collect(prefix + name + separator, orEmpty(old), orEmpty(now), differences);
            } else if (!Objects.equals(old, now)) {
                differences.add(new Difference(prefix + name, old, now));
            }
        }
    }

    private static boolean isObjectOrNull(@Nullable Object value) {
        return value == null || value instanceof ScimObject;
    }

    private static ScimObject orEmpty(@Nullable Object value) {
        return value instanceof ScimObject object ? object : new ScimObject();
    }
}
