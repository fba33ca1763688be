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
import java.io.IOException;
import java.io.InputStream;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.json.BoundedBody;
import org.cortexscim.json.JsonText;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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

    /** {@code {"roleMappings":[{"id":"...","idpValue":"Engineers","role":{...}}]}}, in the order of the values. */
    @Operation(
            summary = "List role mappings",
            description = "The roles that the values of the identity provider mean, in the order of the values.")
    @APIResponse(
            responseCode = "200",
            description = "All mappings.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "One mapping", value = """
                                                            {"roleMappings": [{"id": "01a20b7f-bf3c-75b9-aaaa-ad8fd0c48aea", "idpValue": "Engineers",
                                                             "role": {"type": "BASIC", "role": "MANAGER"}}]}""")))
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @GET
    public String list() {
        settings.current().requireRoleProvisioning();
        return JsonText.print(ScimObject.of(
                "roleMappings",
                grants.all(GrantSource.Kind.VALUE).stream()
                        .map(RoleMappingsResource::document)
                        .toList()));
    }

    /** Creates a mapping; an existing one is returned unchanged. */
    @Operation(
            summary = "Map a value to a role",
            description =
                    "Creates a mapping and applies it to all users with that value; an existing mapping is returned unchanged.")
    @RequestBody(
            description = "The value, and the role by type and name or by its id alone.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A built-in role", value = """
                                                            {"idpValue": "Engineers", "role": {"type": "BASIC", "role": "MANAGER"}}""")))
    @APIResponse(
            responseCode = "200",
            description = "The mapping.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A mapping", value = """
                                                            {"id": "01a20b7f-bf3c-75b9-aaaa-ad8fd0c48aea", "idpValue": "Engineers",
                                                             "role": {"type": "BASIC", "role": "MANAGER"}}""")))
    @APIResponse(responseCode = "400", description = "The value or the role is missing or unknown.")
    @APIResponse(responseCode = "404", description = "Role provisioning is off.")
    @APIResponse(responseCode = "409", description = "The change would leave the workspace without an Admin.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EDIT_ROLES)
    public String create(InputStream body) throws IOException {
        settings.current().requireRoleProvisioning();
        ScimObject sent = BoundedBody.read(body);
        String idpValue = sent.text("idpValue")
                .orElseThrow(() ->
                        ScimException.invalidValue("'idpValue' must be a string: the identity provider's value."));
        RoleRef role = RoleJson.read(sent.get("role"), roles);
        return JsonText.print(document(grants.createForValue(idpValue, role, caller.authority())));
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

    private static ScimObject document(RoleGrant grant) {
        return ScimObject.of("id", grant.id())
                .with("idpValue", grant.source().name())
                .with("role", RoleJson.of(grant.role()));
    }
}
