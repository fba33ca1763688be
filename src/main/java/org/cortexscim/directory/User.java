package org.cortexscim.directory;

import java.time.Instant;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;

/**
 * A user as stored.
 *
 * @param document the canonical attributes, without id, schemas and meta
 * @param version counts the changes, from 1
 */
public record User(String id, ScimObject document, Instant created, Instant lastModified, long version) {

    public String userName() {
        return document.text("userName").orElse("");
    }

    public EntityTag tag() {
        return new EntityTag(version);
    }
}
