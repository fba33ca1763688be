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

/** Roles that values of the identity provider mean; available while role provisioning is on. */
@Path("/scim/role-mappings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class RoleMappingsResource {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private RoleGrants grants;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    /** A mapping; a request has only the members that are not read-only. */
    @Schema(name = "RoleMapping")
    record Mapping(
            @Schema(readOnly = true) String id,

            @Schema(description = "The identity provider's value.", examples = "Engineers")
            String idpValue,

            RoleJson role) {
        static Mapping of(RoleGrant grant) {
            return new Mapping(grant.id(), grant.source().name(), RoleJson.of(grant.role()));
        }
    }

    @Schema(name = "RoleMappings")
    record Mappings(List<Mapping> roleMappings) {}

    @Operation(
            summary = "List role mappings",
            description = "The roles that the values of the identity provider mean, in the order of the values.")
    @APIResponse(responseCode = "200", description = "All mappings.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @GET
    public Mappings list() {
        settings.current().requireRoleProvisioning();
        return new Mappings(
                grants.all(GrantSource.Kind.VALUE).stream().map(Mapping::of).toList());
    }

    /** Creates a mapping; an existing one is returned unchanged. */
    @Operation(
            summary = "Map a value to a role",
            description =
                    "Creates a mapping and applies it to all users with that value; an existing mapping is returned unchanged.")
    @RequestBody(
            description = "The value, and the role by type and name or by its id alone.",
            content = @Content(schema = @Schema(implementation = Mapping.class)))
    @APIResponse(responseCode = "200", description = "The mapping.")
    @APIResponse(responseCode = "400", description = "The value or the role is missing or unknown.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @APIResponse(responseCode = "409", description = "The change would leave the workspace without an Admin.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    public Mapping create(InputStream body) {
        settings.current().requireRoleProvisioning();
        ScimObject sent = JsonBody.read(body);
        String idpValue = sent.text("idpValue")
                .orElseThrow(() ->
                        ScimException.invalidValue("'idpValue' must be a string: the identity provider's value."));
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        return Mapping.of(grants.createForValue(idpValue, role, caller.authority()));
    }

    @Operation(summary = "Delete a role mapping", description = "Users with that value lose the role.")
    @APIResponse(responseCode = "204", description = "The mapping was deleted.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off, or the mapping does not exist.")
    @APIResponse(responseCode = "409", description = "The change would leave the workspace without an Admin.")
    @DELETE
    @Path("{id}")
    @Requires(Permission.EDIT_ROLES)
    public void delete(@Parameter(description = "The id of the mapping.") @PathParam("id") String id) {
        settings.current().requireRoleProvisioning();
        grants.delete(GrantSource.Kind.VALUE, id, caller.authority());
    }
}
