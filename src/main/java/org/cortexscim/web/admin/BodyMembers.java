package org.cortexscim.web.admin;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Reads the members of a request's body; what is misspelled or of another type is refused by its name. */
final class BodyMembers {
    private BodyMembers() {}

    /**
     * Refuses members that are not components of the record: a misspelled one would otherwise be ignored.
     *
     * @throws ScimException invalidValue naming the first one
     */
    static void requireOnly(ScimObject body, Class<? extends Record> type) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        body.names().stream()
                .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .ifPresent(name -> {
                    throw ScimException.invalidValue("'%s' is not a member of this body. The members are: %s."
                            .formatted(name, String.join(", ", known)));
                });
    }

    /** A required string. */
    static String text(ScimObject body, String name) {
        return body.text(name).orElseThrow(() -> ScimException.invalidValue("'%s' must be a string.".formatted(name)));
    }

    /** A string that may be missing or null. */
    static Optional<String> optionalText(ScimObject body, String name) {
        return body.get(name) == null ? Optional.empty() : Optional.of(text(body, name));
    }

    /** A required array. */
    static List<?> list(ScimObject body, String name) {
        if (body.get(name) instanceof List<?> list) {
            return list;
        }
        throw ScimException.invalidValue("'%s' must be an array; send [] for none.".formatted(name));
    }
}
