package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.UserRoles;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The roles that admins give to one user. */
@Path("/users/{user}/roles")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class AssignedRolesResource {
    @Inject
    private UserRoles userRoles;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    /** A user with the roles that admins have given, and all that are in force. */
    @Schema(name = "AssignedRoles")
    record Assigned(
            String id,
            @Schema(examples = "ada@example.com") String email,
            @Schema(examples = "Ada Lovelace") String name,
            List<RoleJson> roles,
            List<RoleJson> effectiveRoles) {}

    @Schema(name = "RolesToAssign")
    record Body(List<RoleJson> roles) {}

    @GET
    @Operation(
            summary = "Get a user's roles",
            description = "'roles' are those that admins have given; 'effectiveRoles' are all that are in force, also"
                    + " those from the identity provider, from groups and by default. A deactivated user has none in"
                    + " force.")
    @APIResponse(responseCode = "200", description = "The user's roles.")
    @APIResponse(responseCode = "404", description = "No such user exists.")
    public Assigned get(
            @Parameter(description = "The user's id, or the userName; case-insensitive.") @PathParam("user")
                    String user) {
        return answer(userRoles.get(user));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    @Operation(
            summary = "Give a user roles",
            description = "Gives these roles and takes away all others that admins have given; what the identity"
                    + " provider gives stays. The caller needs the permissions of each role that comes or goes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "200", description = "The user's roles as they are now.")
    @APIResponse(responseCode = "400", description = "'roles' is not a list of roles of this workspace.")
    @APIResponse(responseCode = "404", description = "No such user exists.")
    @APIResponse(responseCode = "409", description = "The user is the last active Admin.")
    public Assigned put(
            @Parameter(description = "The user's id, or the userName; case-insensitive.") @PathParam("user")
                    String user,
            InputStream body) {
        ScimObject sent = JsonBody.read(body);
        BodyMembers.requireOnly(sent, Body.class);
        return answer(userRoles.assign(user, RoleJson.readAll(sent, roles), caller.authority()));
    }

    private static Assigned answer(UserRoles.Assignment assignment) {
        return new Assigned(
                assignment.user().id(),
                UserJson.email(assignment.user()),
                UserJson.name(assignment.user()),
                RoleJson.named(assignment.given(), assignment.customNames()),
                RoleJson.named(assignment.inForce(), assignment.customNames()));
    }
}
