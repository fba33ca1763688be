package org.cortexscim.policy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.scim.ScimObject;

/**
 * Updates the attributes that follow a user's names: {@code name.formatted}, and a {@code displayName} that was made of
 * the names. One that was chosen by hand stays.
 */
final class NameRule {
    private NameRule() {}

    static void follow(ScimObject before, ScimObject requested, ScimObject after) {
        String oldName = derived(before);
        String newName = derived(after);
        if (oldName.equals(newName)) {
            return;
        }
        ScimObject name = after.object("name").orElseGet(ScimObject::new);
        if (name.has("formatted")) {
            name.put("formatted", followed(formatted(before), formatted(requested), newName));
        }
        if (before.text("displayName")
                .filter(shown -> shown.equals(oldName) || shown.equals(formatted(before)))
                .isPresent()) {
            after.put("displayName", newName);
        }
        dropEmpty(after);
    }

    /** Prefers a new formatted name that was sent with the new names. */
    private static String followed(String before, String requested, String derived) {
        return requested.isEmpty() || requested.equals(before) ? derived : requested;
    }

    private static void dropEmpty(ScimObject after) {
        after.object("name")
                .filter(name -> "".equals(name.get("formatted")))
                .ifPresent(name -> name.remove("formatted"));
        after.object("name").filter(ScimObject::isEmpty).ifPresent(name -> after.remove("name"));
        after.text("displayName").filter(String::isEmpty).ifPresent(shown -> after.remove("displayName"));
    }

    private static String formatted(ScimObject user) {
        return part(user, "formatted");
    }

    private static String derived(ScimObject user) {
        return Stream.of(part(user, "givenName"), part(user, "familyName"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(ScimObject user, String name) {
        return user.object("name").flatMap(parts -> parts.text(name)).orElse("");
    }
}
