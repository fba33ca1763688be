package org.cortexscim.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.EntityTag;

/**
 * A group as stored.
 *
 * @param members empty also when they were not asked for
 * @param version counts the changes, from 1
 */
public record Group(
        String id,
        String displayName,
        Optional<String> externalId,
        List<Member> members,
        Instant created,
        Instant lastModified,
        long version)
        implements Resource {
    public Group {
        members = List.copyOf(members);
    }

    /** A user in a group. */
    public record Member(String userId, String userName) {}

    @Override
    public EntityTag tag() {
        return new EntityTag(version);
    }

    Group with(List<Member> others) {
        return new Group(id, displayName, externalId, others, created, lastModified, version);
    }
}
