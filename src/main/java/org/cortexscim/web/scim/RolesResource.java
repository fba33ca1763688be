package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.cortexscim.access.Requires;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleCatalog;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.RoleSchema;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;

/** /Roles, which Okta's entitlement management reads; available while role provisioning is on. */
@Path("/Roles")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class RolesResource {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private RoleCatalog roles;

    @Inject
    private ScimRequest request;

    @GET
    public ScimObject list() {
        return page(request.parameters());
    }

    @POST
    @Path(".search")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public ScimObject search(ScimObject sent) {
        return page(request.parameters(sent));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        settings.current().requireRoleProvisioning();
        return OneResource.part(RoleDocument.of(roles.get(id), request.baseUrl()), request.projection(RoleSchema.TYPE));
    }

    private ScimObject page(SearchParameters parameters) {
        settings.current().requireRoleProvisioning();
        Projection projection = parameters.projection(RoleSchema.TYPE);
        return roles.search(parameters.query(request.walker()))
                .document(role -> projection.apply(RoleDocument.of(role, request.baseUrl())));
    }
}
