package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;

/** What a user's document says in the attributes of the core schema (RFC 7643 §4.1) that others decide by. */
public final class CoreUser {
    private CoreUser() {}

    /** Whether the user is active; a document that does not say so is. */
    public static boolean isActive(ScimObject user) {
        return user.flag("active").orElse(true);
    }

    /** The userName with case folded, as it is compared; empty when there is none. */
    public static String userNameKey(ScimObject user) {
        return SearchKey.folded(user.text("userName").orElse(""));
    }

    /** The address in {@code emails} that is marked as primary, or the first one where none is. */
    public static Optional<String> primaryEmail(ScimObject user) {
        List<ScimObject> emails = user.objects("emails");
        return emails.stream()
                .filter(email -> email.flag("primary").orElse(false))
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .flatMap(email -> email.text("value"));
    }
}
