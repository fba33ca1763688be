package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalInt;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Seats;
import org.cortexscim.roles.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The number of seats of the workspace, and of those taken. */
@Path("/seats")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class SeatsResource {
    @Inject
    private Seats seats;

    /** {@code {"used":12,"limit":50}}; the limit is null for any number. */
    @Operation(summary = "Count seats", description = "The number of active users and its limit; null for no limit.")
    @APIResponse(
            responseCode = "200",
            description = "The seats.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A limit", value = """
                                                            {"used": 12, "limit": 50}""")))
    @GET
    public String get() {
        OptionalInt limit = seats.limit();
        return "{\"used\":%d,\"limit\":%s}".formatted(seats.used(), limit.isPresent() ? limit.getAsInt() : "null");
    }
}
