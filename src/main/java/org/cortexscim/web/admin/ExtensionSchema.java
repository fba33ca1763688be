package org.cortexscim.web.admin;

import java.util.List;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An extension of the user's schema, as a request gives it and as discovery shows it. */
record ExtensionSchema(
        @Schema(description = "The URN.", examples = "urn:acme:badge:1.0:User")
        String id,

        @Schema(examples = "Badge") String name,
        @Nullable String description,

        @Schema(description = "The attributes as in RFC 7643 §7.", examples = """
                        [{"name": "number", "type": "integer", "description": "The badge's number."}]""")
        List<ScimObject> attributes) {

    static ExtensionSchema of(org.cortexscim.scim.schema.Schema schema) {
        ScimObject document = Discovery.definition(schema);
        return new ExtensionSchema(
                schema.id(), schema.name(), document.text("description").orElse(null), document.objects("attributes"));
    }
}
