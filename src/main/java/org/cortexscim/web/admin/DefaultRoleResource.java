package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.DefaultRole;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The role of users who have no other. */
@Path("/settings/default-role")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class DefaultRoleResource {
    @Inject
    private DefaultRole defaultRole;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    @Schema(name = "DefaultRole")
    record Default(RoleJson role) {}

    @GET
    @Operation(
            summary = "Get the default role",
            description = "The role of every user who has no other, such as one who has just been created.")
    @APIResponse(responseCode = "200", description = "The default role.")
    public Default get() {
        return new Default(RoleJson.of(defaultRole.current()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_SETTINGS)
    @Operation(
            summary = "Change the default role",
            description = "Applies immediately to all users without another role, existing ones included. Any role but"
                    + " Admin, with no permission that the caller lacks.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Default.class)))
    @APIResponse(responseCode = "200", description = "The default role as it is now.")
    @APIResponse(responseCode = "400", description = "No such role exists, or it is Admin.")
    public Default put(InputStream body) {
        ScimObject sent = JsonBody.read(body);
        BodyMembers.requireOnly(sent, Default.class);
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        defaultRole.change(role, caller.authority());
        return new Default(RoleJson.of(role));
    }
}
