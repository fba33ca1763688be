package org.cortexscim.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Role;
import org.cortexscim.directory.RoleCatalog;
import org.cortexscim.directory.SearchPage;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.RoleSchema;

/** /Roles: what Okta's entitlement management reads; it is there while role provisioning is on. */
@Path("/Roles")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class RolesResource {
    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private RoleCatalog roles;

    @Inject
    private ScimRequest request;

    @GET
    public ScimObject list() {
        policy.requireRoleProvisioning();
        SearchPage<Role> page = roles.search(request.search());
        List<ScimObject> resources =
                page.resources().stream().map(this::document).toList();
        return new ListResponse(page.total(), page.startIndex(), resources).document();
    }

    @GET
    @Path("{id}")
    public ScimObject get(@PathParam("id") String id) {
        policy.requireRoleProvisioning();
        return document(roles.get(id));
    }

    private ScimObject document(Role role) {
        Projection projection = request.projection(RoleSchema.TYPE);
        return projection.apply(RoleDocument.of(role, request.baseUrl()));
    }
}
