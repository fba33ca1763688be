package org.cortexscim.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.assignment.RoleMapping;
import org.cortexscim.directory.assignment.RoleMappings;
import org.cortexscim.json.BoundedBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Which roles the identity provider's values stand for; it is there while role provisioning is on. */
@Path("/scim/role-mappings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class RoleMappingsResource {
    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private RoleMappings mappings;

    @Inject
    private Roles roles;

    /** {@code {"roleMappings":[{"id":"...","idpValue":"Engineers","role":{...}}]}}, in the order of the values. */
    @GET
    public String list() {
        policy.requireRoleProvisioning();
        return JsonText.print(ScimObject.of(
                "roleMappings",
                mappings.all().stream().map(RoleMappingsResource::document).toList()));
    }

    /** Makes a mapping; one that is there already is answered as it is. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    public String create(InputStream body) throws IOException {
        policy.requireRoleProvisioning();
        ScimObject sent = BoundedBody.read(body);
        String idpValue = sent.text("idpValue")
                .orElseThrow(
                        () -> ScimException.invalidValue("'idpValue' must be a text: the identity provider's value."));
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        return JsonText.print(document(mappings.create(idpValue, role)));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.EDIT_ROLES)
    public void delete(@PathParam("id") String id) {
        policy.requireRoleProvisioning();
        mappings.delete(id);
    }

    private static ScimObject document(RoleMapping mapping) {
        return ScimObject.of("id", mapping.id())
                .with("idpValue", mapping.idpValue())
                .with("role", RoleJson.of(mapping.role()));
    }
}
