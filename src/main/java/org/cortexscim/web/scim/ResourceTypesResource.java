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
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.RoleSchema;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;

/** /ResourceTypes (RFC 7644 §4). */
@Path("/ResourceTypes")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class ResourceTypesResource {
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
        return ListResponse.all(types().toList()).document(discovery::resourceType);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return types().filter(type -> type.name().equals(id))
                .findFirst()
                .map(new Discovery(request.baseUrl())::resourceType)
                .map(OneResource::whole)
                .orElseThrow(() -> ScimException.notFound("No resource type has this name; see /ResourceTypes."));
    }

    private Stream<ResourceType> types() {
        Stream<ResourceType> always = Stream.of(models.type(), CoreSchemas.GROUP_TYPE);
        return settings.current().roleProvisioning() ? Stream.concat(always, Stream.of(RoleSchema.TYPE)) : always;
    }
}
