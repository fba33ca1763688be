package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.UserModels;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.RoleSchema;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;

/** /Schemas (RFC 7644 §4), as the workspace's rules have them. */
@Path("/Schemas")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class SchemasResource {
    @Inject
    private UserModels models;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private ScimRequest request;

    @GET
    public ScimObject list() {
        request.requireNoFilter();
        Discovery discovery = new Discovery(request.baseUrl());
        return ListResponse.all(schemas().toList()).document(discovery::schema);
    }

    @GET
    @Path("{urn}")
    public Response get(@PathParam("urn") String urn) {
        return schemas()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst()
                .map(new Discovery(request.baseUrl())::schema)
                .map(OneResource::whole)
                .orElseThrow(() -> ScimException.notFound("No schema has this URN; see /Schemas."));
    }

    private Stream<Schema> schemas() {
        return Stream.of(
                        models.type().schemas(),
                        CoreSchemas.GROUP_TYPE.schemas(),
                        RoleSchema.TYPE
                                .schemas()
                                .filter(role -> settings.current().roleProvisioning()))
                .flatMap(schemas -> schemas);
    }
}
