package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.LoggedRequestPage;
import org.cortexscim.access.requests.RequestLog;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the identity provider asked for lately, and why it shows an error. */
@Path("/scim/requests")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimRequestsResource {
    @Inject
    private RequestLog log;

    @Schema(name = "LoggedRequest")
    record Entry(
            Instant time,

            @Schema(description = "The API key's cid, or the name in a token; null for an unknown caller.")
            Optional<String> caller,

            @Schema(
                    description = "The first 8 characters of an API key that was refused with 401; null for any other"
                            + " credential, and for a text that is not a key of this service.",
                    examples = "cxs_7Gq2")
            Optional<String> keyPrefix,

            @Schema(examples = "203.0.113.7") String address,
            @Schema(examples = "POST") String method,

            @Schema(description = "The path's template.", examples = "/scim/v2/Users/{id}")
            String path,

            @Schema(examples = "403") int status,

            @Schema(description = "What SCIM was asked to do; null outside SCIM.", examples = "USER_CREATE")
            Optional<String> action,

            @Schema(
                    description = "The user or group that was read, changed or created; null for a list, for a create"
                            + " that was refused, and for a bulk request.",
                    examples = "01a21b5d-0c4e-7b1f-8a55-2d9e6f3c4b17")
            Optional<String> resourceId,

            @Schema(description = "Why it failed, by a stable name; null if it did not.", examples = "PROVISIONING_OFF")
            Optional<String> reason,

            @Schema(description = "Why it failed, in the words of the response; null if it did not.")
            Optional<String> detail,

            @Schema(examples = "Turn on the setting automaticProvisioning, then retry the task.")
            Optional<String> recommendedAction,

            @Schema(examples = "4") long durationMillis,

            @Schema(description = "The response's X-Request-Id.", examples = "01a21b5e-69f0-7d21-b3c4-8e7f6a5d4c3b")
            String requestId,

            @Schema(description = "Whether the service sent it itself, to test the connection.")
            boolean test) {

        static Entry of(LoggedRequest request) {
            return new Entry(
                    request.time(),
                    request.caller(),
                    request.keyPrefix(),
                    request.address(),
                    request.method(),
                    request.path(),
                    request.status(),
                    request.action(),
                    request.resourceId(),
                    request.reason().map(Reason::name),
                    request.detail(),
                    request.reason().map(Reason::action),
                    request.duration().toMillis(),
                    request.requestId(),
                    request.test());
        }
    }

    @Schema(name = "LoggedRequestPage")
    record Page(List<Entry> requests, int page, long total, long totalPages) {}

    @GET
    @Operation(
            summary = "List requests",
            description = "Every request to SCIM, and those to this API that were answered with an error, the newest"
                    + " first. A request is listed if it matches every parameter. Requests are kept for 30 days while they"
                    + " are among the last 100,000, of which at most 80,000 succeeded; of one address, at most 120 that"
                    + " failed are kept a minute. A request appears within two seconds of its answer.")
    @APIResponse(responseCode = "200", description = "A page of requests, and how many there are in all.")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or has an invalid value.")
    public Page list(@BeanParam RequestQuery query, @BeanParam PageParameters page) {
        LoggedRequestPage found = log.page(query.query(), page.number(), page.size());
        return new Page(
                found.requests().stream().map(Entry::of).toList(), found.page(), found.total(), found.totalPages());
    }

    @GET
    @Path("{requestId}")
    @Operation(
            summary = "Get a request",
            description =
                    "The request with an id that a response had in X-Request-Id, and its error in the text. If a proxy"
                            + " used the id several times, the newest of these requests.")
    @APIResponse(responseCode = "200", description = "The request.")
    @APIResponse(responseCode = "404", description = "The request is not in the log: not yet, or no longer.")
    public Entry get(
            @Parameter(description = "The request's id.", example = "01a21b5e-69f0-7d21-b3c4-8e7f6a5d4c3b")
                    @PathParam("requestId")
                    String requestId) {
        return Entry.of(log.get(requestId));
    }
}
