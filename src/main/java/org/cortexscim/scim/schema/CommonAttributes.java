package org.cortexscim.scim.schema;

import static org.cortexscim.scim.schema.Attribute.complex;
import static org.cortexscim.scim.schema.Attribute.dateTime;
import static org.cortexscim.scim.schema.Attribute.reference;
import static org.cortexscim.scim.schema.Attribute.string;
import static org.cortexscim.scim.schema.Mutability.READ_ONLY;

import java.util.List;

/** The attributes that every resource has, whatever its schema (RFC 7643 §3.1). */
public final class CommonAttributes {
    static final Attribute SCHEMAS = reference("schemas", "The schemas that this resource uses.", "uri")
            .multi()
            .mandatory()
            .with(Returned.ALWAYS);
    static final Attribute ID = string("id", "The service's own identifier; it never changes and is never reused.")
            .exactCase()
            .unique()
            .with(READ_ONLY)
            .with(Returned.ALWAYS);
    static final Attribute EXTERNAL_ID = string("externalId", "The identifier that the identity provider uses.")
            .exactCase()
            .upTo(254);
    static final Attribute META = complex(
                    "meta",
                    "The metadata of the resource.",
                    string("resourceType", "The name of the resource type.")
                            .exactCase()
                            .with(READ_ONLY),
                    dateTime("created", "The time when the resource was created.")
                            .with(READ_ONLY),
                    dateTime("lastModified", "The time when the resource was last changed.")
                            .with(READ_ONLY),
                    reference("location", "The URI of the resource.", "uri").with(READ_ONLY),
                    string("version", "The resource's entity tag.").exactCase().with(READ_ONLY))
            .with(READ_ONLY);

    static final List<Attribute> ALL = List.of(SCHEMAS, ID, EXTERNAL_ID, META);

    private CommonAttributes() {}
}
