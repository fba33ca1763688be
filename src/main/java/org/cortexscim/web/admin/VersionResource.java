package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cortexscim.access.Requires;
import org.cortexscim.roles.Permission;
import org.cortexscim.storage.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What this node runs: the first question after an upgrade, and in a report of a bug. */
@Path("/version")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
    @Inject
    private Database database;

    /** From the build, in microprofile-config.properties. */
    @Inject
    @ConfigProperty(name = "cortexscim.version")
    private String version;

    @Schema(name = "Version")
    record Version(
            @Schema(description = "The version of cortex-scim.", examples = "1.0.0")
            String version,

            @Schema(description = "The version of Java.", examples = "17.0.15")
            String java,

            @Schema(description = "Where the data is.", examples = "PostgreSQL")
            String database) {}

    @Operation(
            summary = "Show the version",
            description =
                    "The versions of the service and of Java on the node that answers, and the kind of its database.")
    @APIResponse(responseCode = "200", description = "The versions.")
    @GET
    public Version get() {
        return new Version(version, String.valueOf(System.getProperty("java.version")), database.kind());
    }
}
