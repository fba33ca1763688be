package org.cortexscim.web.console;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/** The changed attributes of an audit entry, for people. */
final class Changes {
    static final String MEMBER = "changes";

    private Changes() {}

    /** A line for each attribute, such as {@code active: true → false}; empty when the entry has none. */
    static String lines(ScimObject details) {
        return details.get(MEMBER) instanceof List<?> changes
                ? changes.stream()
                        .filter(ScimObject.class::isInstance)
                        .map(ScimObject.class::cast)
                        .map(Changes::line)
                        .collect(joining("\n"))
                : "";
    }

    private static String line(ScimObject change) {
        return "%s: %s → %s"
                .formatted(change.text("attribute").orElse(""), text(change.get("before")), text(change.get("after")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value instanceof String string ? string : JsonText.print(value);
    }
}
