package org.cortexscim.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.cortexscim.access.Requires;
import org.cortexscim.json.BoundedBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.settings.WorkspaceSettings;

/** The SCIM settings page: the two switches, and what the identity provider may do beyond them. */
@Path("/scim/settings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimSettingsResource {
    @Inject
    private WorkspaceSettings settings;

    @GET
    public String get() {
        return JsonText.print(settings.current().document());
    }

    /** Changes the settings that the body names; the others stay as they are. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String put(InputStream body) throws IOException {
        return JsonText.print(settings.change(BoundedBody.read(body)).document());
    }
}
