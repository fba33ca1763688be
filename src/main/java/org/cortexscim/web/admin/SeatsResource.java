package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Seats;
import org.cortexscim.roles.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The number of seats of the workspace, and of those taken. */
@Path("/seats")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class SeatsResource {
    @Inject
    private Seats seats;

    @Schema(name = "Seats")
    record Count(
            @Schema(examples = "12") long used,

            @Schema(description = "null for no limit.", examples = "50")
            Optional<Integer> limit) {}

    @Operation(summary = "Count seats", description = "The number of active users and its limit; null for no limit.")
    @APIResponse(responseCode = "200", description = "The seats.")
    @GET
    public Count get() {
        return new Count(seats.used(), seats.limit().stream().boxed().findFirst());
    }
}
