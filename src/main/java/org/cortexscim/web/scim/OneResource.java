package org.cortexscim.web.scim;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.cortexscim.scim.EntityTag;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Projection;

/**
 * An answer that is one resource: its headers name the resource's URL, whatever attributes of it the answer has
 * (RFC 7643 §3.1, RFC 7644 §3.3).
 */
final class OneResource {
    private OneResource() {}

    /** A resource that has no versions, whole. */
    static Response whole(ScimObject document) {
        return located(Response.ok(), document).entity(document).build();
    }

    /** A resource that has no versions, with some of its attributes. */
    static Response part(ScimObject document, Projection projection) {
        return located(Response.ok(), document)
                .entity(projection.apply(document))
                .build();
    }

    /** A version of a resource, with some of its attributes. */
    static Response part(Response.ResponseBuilder response, EntityTag tag, ScimObject document, Projection projection) {
        return located(response, document)
                .header(HttpHeaders.ETAG, tag)
                .entity(projection.apply(document))
                .build();
    }

    private static Response.ResponseBuilder located(Response.ResponseBuilder response, ScimObject document) {
        String location =
                document.object("meta").flatMap(meta -> meta.text("location")).orElseThrow();
        return response.header(HttpHeaders.LOCATION, location).header(HttpHeaders.CONTENT_LOCATION, location);
    }
}
