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
import org.cortexscim.access.Requires;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The SCIM settings page: the two switches, and what the identity provider may do beyond them. */
@Path("/scim/settings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimSettingsResource {
    @Inject
    private WorkspaceSettings settings;

    @Operation(
            summary = "Read the SCIM settings",
            description = "The two switches, and what the identity provider may do beyond them.")
    @APIResponse(
            responseCode = "200",
            description = "All settings.",
            content = @Content(schema = @Schema(ref = "Settings")))
    @GET
    public ScimObject get() {
        return settings.current().document();
    }

    /** Changes the settings that the body names; the others stay as they are. */
    @Operation(
            summary = "Change SCIM settings",
            description =
                    "Changes the settings that the body names; the others stay as they are. If a value is not valid, no setting is changed."
                            + " Changing 'roleProvisioning' also needs the permission 'Edit Roles'.")
    @RequestBody(
            description = "The settings to change.",
            content =
                    @Content(
                            schema = @Schema(ref = "Settings"),
                            example = "{\"automaticProvisioning\": true, \"automaticDeprovisioning\": true}"))
    @APIResponse(
            responseCode = "200",
            description = "All settings, as they are now.",
            content = @Content(schema = @Schema(ref = "Settings")))
    @APIResponse(responseCode = "400", description = "A setting is unknown or cannot have this value.")
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ScimObject put(InputStream body) {
        return settings.change(JsonBody.read(body)).document();
    }
}
