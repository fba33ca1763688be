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
import org.cortexscim.directory.assignment.GroupRoleMapping;
import org.cortexscim.directory.assignment.GroupRoleMappings;
import org.cortexscim.json.BoundedBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Which roles the members of groups have; it is there while role provisioning is on. */
@Path("/scim/group-role-mappings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class GroupRoleMappingsResource {
    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private GroupRoleMappings mappings;

    @Inject
    private Roles roles;

    /** {@code {"groupRoleMappings":[{"id":"...","groupId":"...","groupName":"Admins","role":{...}}]}}. */
    @GET
    public String list() {
        policy.requireRoleProvisioning();
        return JsonText.print(ScimObject.of(
                "groupRoleMappings",
                mappings.all().stream().map(GroupRoleMappingsResource::document).toList()));
    }

    /** Gives a group's members a role; a mapping that is there already is answered as it is. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    public String create(InputStream body) throws IOException {
        policy.requireRoleProvisioning();
        ScimObject sent = BoundedBody.read(body);
        String groupId = sent.text("groupId")
                .orElseThrow(() -> ScimException.invalidValue("'groupId' must be a text: the id of a group."));
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        return JsonText.print(document(mappings.create(groupId, role)));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.EDIT_ROLES)
    public void delete(@PathParam("id") String id) {
        policy.requireRoleProvisioning();
        mappings.delete(id);
    }

    private static ScimObject document(GroupRoleMapping mapping) {
        return ScimObject.of("id", mapping.id())
                .with("groupId", mapping.groupId())
                .with("groupName", mapping.groupName())
                .with("role", RoleJson.of(mapping.role()));
    }
}
