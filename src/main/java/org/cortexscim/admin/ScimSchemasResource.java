package org.cortexscim.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.cortexscim.access.Requires;
import org.cortexscim.json.BoundedBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.scim.schema.SchemaReader;

/** The extensions of the user's schema; at /scim/v2 they are discovered and used. */
@Path("/scim/schemas")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimSchemasResource {
    @Inject
    private ExtensionSchemas schemas;

    /** {@code {"schemas":[...]}}, in the order in which they were added. */
    @GET
    public String list() {
        return JsonText.print(ScimObject.of(
                "schemas", schemas.current().stream().map(Discovery::definition).toList()));
    }

    @GET
    @Path("{urn}")
    public String get(@PathParam("urn") String urn) {
        return JsonText.print(Discovery.definition(schemas.get(urn)));
    }

    /** Adds the extension that the body defines, or puts it in the place of the one that is there. */
    @PUT
    @Path("{urn}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("urn") String urn, InputStream body) throws IOException {
        Schema schema = SchemaReader.read(BoundedBody.read(body));
        if (!schema.id().equalsIgnoreCase(urn)) {
            throw ScimException.invalidValue("The 'id' in the body must be the URN in the path.");
        }
        boolean isNew = schemas.put(schema);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonText.print(Discovery.definition(schema)))
                .build();
    }

    @DELETE
    @Path("{urn}")
    public void delete(@PathParam("urn") String urn) {
        schemas.delete(urn);
    }
}
