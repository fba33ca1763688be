package org.cortexscim.web.admin;

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
import java.io.InputStream;
import java.util.List;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Roles that groups give their members; available while role provisioning is on. */
@Path("/scim/group-role-mappings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class GroupRoleMappingsResource {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private RoleGrants grants;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    /** A mapping; a request has only the members that are not read-only. */
    @Schema(name = "GroupRoleMapping")
    record Mapping(
            @Schema(readOnly = true) String id,
            String groupId,
            @Schema(examples = "Platform", readOnly = true) String groupName,
            RoleJson role) {
        static Mapping of(RoleGrant grant) {
            return new Mapping(grant.id(), grant.source().key(), grant.source().name(), RoleJson.of(grant.role()));
        }
    }

    @Schema(name = "GroupRoleMappings")
    record Mappings(List<Mapping> groupRoleMappings) {}

    @Operation(summary = "List groups' roles", description = "Which roles the members of groups have.")
    @APIResponse(responseCode = "200", description = "All mappings.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @GET
    public Mappings list() {
        settings.current().requireRoleProvisioning();
        return new Mappings(
                grants.all(GrantSource.Kind.GROUP).stream().map(Mapping::of).toList());
    }

    /** Gives a group's members a role; an existing mapping is returned unchanged. */
    @Operation(
            summary = "Give a group's members a role",
            description =
                    "The role reaches all members, present and future, and those of nested groups; an existing mapping is returned unchanged.")
    @RequestBody(
            description = "The group's id, and the role by type and name or by its id alone.",
            content = @Content(schema = @Schema(implementation = Mapping.class)))
    @APIResponse(responseCode = "200", description = "The mapping.")
    @APIResponse(responseCode = "400", description = "The group or the role is missing or unknown.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    public Mapping create(InputStream body) {
        settings.current().requireRoleProvisioning();
        ScimObject sent = JsonBody.read(body);
        String groupId = sent.text("groupId")
                .orElseThrow(() -> ScimException.invalidValue("'groupId' must be a string: the id of a group."));
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        return Mapping.of(grants.createForGroup(groupId, role, caller.authority()));
    }

    @Operation(
            summary = "Take a role from a group's members",
            description = "Members who have the role in no other way lose it.")
    @APIResponse(responseCode = "204", description = "The mapping was deleted.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off, or the mapping does not exist.")
    @APIResponse(responseCode = "409", description = "The change would leave the workspace without an Admin.")
    @DELETE
    @Path("{id}")
    @Requires(Permission.EDIT_ROLES)
    public void delete(@Parameter(description = "The id of the mapping.") @PathParam("id") String id) {
        settings.current().requireRoleProvisioning();
        grants.delete(GrantSource.Kind.GROUP, id, caller.authority());
    }
}
