package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.roles.Permission;
import org.cortexscim.setup.ConnectionReport;
import org.cortexscim.setup.ConnectionTest;
import org.cortexscim.setup.TestStep;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A test of everything that an identity provider does. */
@Path("/scim/connection-test")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionTestResource {
    @Inject
    private ConnectionTest test;

    @Schema(name = "ConnectionReport")
    record Document(
            @Schema(description = "Whether every step has passed.")
            boolean passed,

            List<Step> steps,

            @Schema(description = "What was not tried, and why; null if everything was.")
            Optional<String> note) {
        static Document of(ConnectionReport report) {
            return new Document(
                    report.passed(), report.steps().stream().map(Step::of).toList(), report.note());
        }
    }

    @Schema(name = "TestStep")
    record Step(
            @Schema(examples = "Create a user") String name,
            @Schema(examples = "POST /scim/v2/Users") String request,

            @Schema(description = "0 if there was no response.", examples = "201")
            int status,

            boolean passed,

            @Schema(description = "What is wrong; null for a step that has passed.")
            Optional<String> problem,

            @Schema(description = "The response's X-Request-Id.", examples = "01a21b5e-69f0-7d21-b3c4-8e7f6a5d4c3b")
            String requestId) {
        static Step of(TestStep step) {
            return new Step(
                    step.name(), step.request(), step.status(), step.passed(), step.problem(), step.requestId());
        }
    }

    @POST
    @Operation(
            summary = "Test the connection",
            description =
                    "Sends what an identity provider sends, with the caller's permissions: its test of the credentials"
                            + " and, if both switches are on, the requests that create, read, rename, deactivate, reactivate and"
                            + " delete a user. The user is gone afterwards; the request log marks the requests as a test.")
    @APIResponse(responseCode = "200", description = "What was found; the test itself was carried out.")
    public Document run() {
        return Document.of(test.run());
    }
}
