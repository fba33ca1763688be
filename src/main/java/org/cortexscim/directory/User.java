package org.cortexscim.directory;

import java.time.Instant;
import java.util.List;
import org.cortexscim.directory.membership.GroupRef;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreUser;

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

    public String userName() {
        return document.text("userName").orElse("");
    }

    public boolean isActive() {
        return CoreUser.isActive(document);
    }

    User with(List<GroupRef> others) {
        return new User(id, document, others, created, lastModified, version);
    }

    @Override
    public EntityTag tag() {
        return new EntityTag(version);
    }
}
