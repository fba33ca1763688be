package org.cortexscim.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.directory.membership.Member;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;

/**
 * A group as stored.
 *
 * @param members empty when they were not read
 * @param version counts the changes, from 1
 */
public record Group(
        String id,
        String displayName,
        Optional<String> externalId,
        Optional<List<Member>> members,
        Instant created,
        Instant lastModified,
        long version)
        implements Resource {
    public Group {
        members = members.map(List::copyOf);
    }

    @Override
    public EntityTag tag() {
        return new EntityTag(version);
    }

    /** The canonical attributes, without id, schemas, meta and members. */
    public ScimObject document() {
        ScimObject document = new ScimObject();
        externalId.ifPresent(external -> document.put("externalId", external));
        return document.with("displayName", displayName);
    }

    Group with(List<Member> others) {
        return new Group(id, displayName, externalId, Optional.of(others), created, lastModified, version);
    }
}
