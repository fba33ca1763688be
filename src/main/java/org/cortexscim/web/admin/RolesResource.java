package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.CustomRoles;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RolePage;
import org.cortexscim.roles.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The roles of the workspace; custom ones are made and changed here. */
@Path("/roles")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {
    @Inject
    private Roles roles;

    @Inject
    private CustomRoles customRoles;

    @Inject
    private CurrentCaller caller;

    @Schema(name = "RolePage")
    record Page(List<RoleBody> roles, int page, long total, long totalPages) {}

    @GET
    @Operation(
            summary = "List roles",
            description =
                    "The built-in roles, then the custom ones in the order of their tags, each with the permissions"
                            + " that this service enforces.")
    @APIResponse(responseCode = "200", description = "A page of roles.")
    @APIResponse(responseCode = "400", description = "'page' or 'pageSize' is out of bounds.")
    public Page list(@BeanParam PageParameters page) {
        RolePage found = roles.page(page.number(), page.size());
        return new Page(
                found.roles().stream().map(RoleBody::of).toList(),
                page.number(),
                found.total(),
                page.count(found.total()));
    }

    @GET
    @Path("{tag}")
    @Operation(summary = "Get a role", description = "A custom role by its tag, or a built-in one by its name.")
    @APIResponse(responseCode = "200", description = "The role.")
    @APIResponse(responseCode = "404", description = "No such role exists.")
    public RoleBody get(
            @Parameter(description = "A custom role's tag or a built-in role's name; case-insensitive.")
                    @PathParam("tag")
                    String tag) {
        return RoleBody.of(roles.get(tag));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    @Operation(
            summary = "Create a custom role",
            description =
                    "A role can have only permissions that its creator has. They are named by their labels, in any"
                            + " case.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RoleBody.Custom.class)))
    @APIResponse(responseCode = "200", description = "The new role.")
    @APIResponse(responseCode = "400", description = "A member is missing, unknown or not valid.")
    @APIResponse(responseCode = "409", description = "A role with this tag already exists.")
    public RoleBody create(InputStream body) {
        return RoleBody.of(customRoles.create(RoleBody.read(JsonBody.read(body)), caller.authority()));
    }

    @PUT
    @Path("{tag}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    @Operation(
            summary = "Change a custom role",
            description =
                    "Replaces name, description and permissions; the tag does not change. The caller needs every permission that the"
                            + " role has before and after. The change applies to everyone who has the role within a second.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RoleBody.Custom.class)))
    @APIResponse(responseCode = "200", description = "The role as it is now.")
    @APIResponse(responseCode = "400", description = "A member is missing, unknown or not valid.")
    @APIResponse(responseCode = "404", description = "No such role exists.")
    public RoleBody replace(
            @Parameter(description = "The custom role's tag; case-insensitive.") @PathParam("tag") String tag,
            InputStream body) {
        return RoleBody.of(customRoles.replace(
                RoleBody.read(JsonBody.read(body), roles.get(tag).ref()), caller.authority()));
    }

    @DELETE
    @Path("{tag}")
    @Requires(Permission.EDIT_ROLES)
    @Operation(
            summary = "Delete a custom role",
            description = "Refused while the role is assigned anywhere; the message says where. The caller needs"
                    + " every permission that the role has.")
    @APIResponse(responseCode = "204", description = "The role was deleted.")
    @APIResponse(responseCode = "404", description = "No such role exists.")
    @APIResponse(responseCode = "409", description = "The role is still assigned.")
    public void delete(
            @Parameter(description = "The custom role's tag; case-insensitive.") @PathParam("tag") String tag) {
        customRoles.delete(roles.get(tag).ref(), caller.authority());
    }
}
