package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.requests.FailedRequest;
import org.cortexscim.access.requests.FailedRequestPage;
import org.cortexscim.access.requests.FailedRequestQuery;
import org.cortexscim.access.requests.RequestLog;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The requests that were refused or failed lately, the newest first: why the identity provider shows an error. */
@Path("/scim/requests")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimRequestsResource {
    @Inject
    private RequestLog log;

    @Schema(name = "FailedRequest")
    record Failed(
            Instant time,

            @Schema(description = "The API key's cid, or the name in a token; null for an unknown caller.")
            Optional<String> caller,

            @Schema(examples = "203.0.113.7") String address,
            @Schema(examples = "POST") String method,

            @Schema(description = "The path's template.", examples = "/scim/v2/Users/{id}")
            String path,

            @Schema(examples = "403") int status,

            @Schema(description = "What SCIM was asked to do; null outside SCIM.", examples = "USER_CREATE")
            Optional<String> action,

            @Schema(description = "Why it failed, by a stable name.", examples = "PROVISIONING_OFF")
            Optional<String> reason,

            @Schema(description = "Why it failed, in the words of the response.")
            Optional<String> detail,

            @Schema(examples = "Turn on the setting automaticProvisioning, then retry the task.")
            Optional<String> recommendedAction,

            @Schema(examples = "4") long durationMillis,
            String requestId) {

        static Failed of(FailedRequest request) {
            return new Failed(
                    request.time(),
                    request.caller(),
                    request.address(),
                    request.method(),
                    request.path(),
                    request.status(),
                    request.action(),
                    request.reason().map(Reason::name),
                    request.detail(),
                    request.reason().map(Reason::action),
                    request.duration().toMillis(),
                    request.requestId());
        }
    }

    @Schema(name = "FailedRequestPage")
    record Page(List<Failed> requests, int page, long total, long totalPages) {}

    @GET
    @Operation(
            summary = "List requests that failed",
            description = "Requests to SCIM and to this API that were answered with an error, the newest first. The"
                    + " last 10,000 are kept, at most 120 a minute of one address. A request appears within two"
                    + " seconds of its answer.")
    @APIResponse(responseCode = "200", description = "A page of requests.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    public Page list(
            @Parameter(description = "Only requests with this status, such as 403.") @QueryParam("status")
                    Optional<String> status,
            @Parameter(description = "Only requests of the API key with this cid, or of this name in a token.")
                    @QueryParam("caller")
                    Optional<String> caller,
            @Parameter(description = "Only requests from this address.") @QueryParam("address")
                    Optional<String> address,
            @BeanParam PageParameters page) {
        FailedRequestQuery query = new FailedRequestQuery(status.map(ScimRequestsResource::status), caller, address);
        FailedRequestPage found = log.page(query, page.number(), page.size());
        return new Page(
                found.requests().stream().map(Failed::of).toList(), found.page(), found.total(), found.totalPages());
    }

    private static int status(String text) {
        if (!text.matches("[45][0-9]{2}")) {
            throw ScimException.invalidValue("'status' must be a number from 400 to 599.");
        }
        return Integer.parseInt(text);
    }
}
