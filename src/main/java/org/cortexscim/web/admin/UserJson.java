package org.cortexscim.web.admin;

import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.directory.User;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreUser;

/** A user as the Cortex REST API names one. */
final class UserJson {
    private UserJson() {}

    /** The primary address, or else the first one, or else the userName. */
    static String email(User user) {
        return CoreUser.primaryEmail(user.document()).orElseGet(user::userName);
    }

    /** The name to display; the userName for a user without a name. */
    static String name(User user) {
        Optional<ScimObject> name = user.document().object("name");
        return user.document()
                .text("displayName")
                .or(() -> name.flatMap(parts -> parts.text("formatted")))
                .orElseGet(() -> Stream.of("givenName", "familyName")
                        .flatMap(part -> name.flatMap(parts -> parts.text(part)).stream())
                        .reduce((given, family) -> given + " " + family)
                        .orElseGet(user::userName));
    }
}
