package org.cortexscim.web.scim;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.ResourceType;

/** The {@code meta} of a resource (RFC 7643 §3.1). */
final class Meta {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Meta() {}

    static ScimObject of(ResourceType type, Instant created, Instant lastModified, String location, EntityTag tag) {
        return ScimObject.of("resourceType", type.name())
                .with("created", MILLIS.format(created))
                .with("lastModified", MILLIS.format(lastModified))
                .with("location", location)
                .with("version", tag.toString());
    }
}
