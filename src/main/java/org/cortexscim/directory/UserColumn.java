package org.cortexscim.directory;

import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.schema.AttributeRef;

/**
 * An attribute that has a column of its own in scim_user.
 *
 * @param name the column
 */
record UserColumn(String name, Kind kind) {
    /** How the column holds the value. */
    enum Kind {
        /** The search key. */
        TEXT,
        BOOLEAN,
        /** Milliseconds since 1970. */
        INSTANT
    }

    private static final Map<String, UserColumn> BY_KEY = Map.of(
            "id", text("id"),
            "username", text("user_name"),
            "externalid", text("external_id"),
            "name.givenname", text("given_name"),
            "name.familyname", text("family_name"),
            "displayname", text("display_name"),
            "active", new UserColumn("active", Kind.BOOLEAN),
            "meta.created", new UserColumn("created", Kind.INSTANT),
            "meta.lastmodified", new UserColumn("last_modified", Kind.INSTANT));

    static Optional<UserColumn> of(AttributeRef ref) {
        return Optional.ofNullable(BY_KEY.get(ref.key()));
    }

    private static UserColumn text(String name) {
        return new UserColumn(name, Kind.TEXT);
    }
}
