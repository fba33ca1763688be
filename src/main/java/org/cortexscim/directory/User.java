package org.cortexscim.directory;

import java.time.Instant;
import java.util.List;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;

/**
 * A user as stored.
 *
 * @param document the canonical attributes, without id, schemas and meta
 * @param groups empty also when they were not asked for
 * @param version counts the changes, from 1
 */
public record User(
        String id, ScimObject document, List<GroupRef> groups, Instant created, Instant lastModified, long version)
        implements Resource {
    public User {
        groups = List.copyOf(groups);
    }

    /**
     * A group that the user is in.
     *
     * @param direct whether the user is a member of the group, and not only of a group inside it
     */
    public record GroupRef(String id, String displayName, boolean direct) {
        static GroupRef direct(String id, String displayName) {
            return new GroupRef(id, displayName, true);
        }

        static GroupRef indirect(String id, String displayName) {
            return new GroupRef(id, displayName, false);
        }
    }

    public String userName() {
        return document.text("userName").orElse("");
    }

    User with(List<GroupRef> others) {
        return new User(id, document, others, created, lastModified, version);
    }

    @Override
    public EntityTag tag() {
        return new EntityTag(version);
    }
}
