package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.requests.FailedRequest;
import org.cortexscim.access.requests.FailedRequestPage;
import org.cortexscim.access.requests.FailedRequestQuery;
import org.cortexscim.access.requests.RequestLog;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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

    @GET
    @Operation(
            summary = "List requests that failed",
            description = "Requests to SCIM and to this API that were answered with an error, the newest first. The"
                    + " last 10,000 are kept, at most 120 a minute of one address. A request appears within two"
                    + " seconds of its answer.")
    @APIResponse(
            responseCode = "200",
            description = "A page of requests.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A switch is off", value = """
                                                    {"requests": [{"time": "2026-11-24T09:30:00.123Z",
                                                      "caller": "ak1234567890abcdef", "address": "203.0.113.7",
                                                      "method": "POST", "path": "/scim/v2/Users", "status": 403,
                                                      "action": "USER_CREATE",
                                                      "reason": "PROVISIONING_OFF",
                                                      "detail": "The identity provider may not create users: the setting 'automatic provisioning' is off.",
                                                      "recommendedAction": "Turn on the setting automaticProvisioning, then retry the task.",
                                                      "durationMillis": 4,
                                                      "requestId": "019a1b2c-3d4e-7f50-8a9b-0c1d2e3f4a5b"}],
                                                     "page": 0, "total": 1, "totalPages": 1}""")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    public String list(
            @Parameter(description = "Only requests with this status, such as 403.") @QueryParam("status")
                    Optional<String> status,
            @Parameter(description = "Only requests of the API key with this cid, or of this name in a token.")
                    @QueryParam("caller")
                    Optional<String> caller,
            @Parameter(description = "Only requests from this address.") @QueryParam("address")
                    Optional<String> address,
            @Parameter(description = "The page number, from 0.") @QueryParam("page") @DefaultValue("0") String page,
            @Parameter(description = "The page size, from 1 to 1000.") @QueryParam("pageSize") @DefaultValue("250")
                    String pageSize) {
        FailedRequestQuery query = new FailedRequestQuery(status.map(ScimRequestsResource::status), caller, address);
        FailedRequestPage found = log.page(query, PageParameters.page(page), PageParameters.size(pageSize));
        return JsonText.print(ScimObject.of(
                        "requests",
                        found.requests().stream()
                                .map(ScimRequestsResource::document)
                                .toList())
                .with("page", BigDecimal.valueOf(found.page()))
                .with("total", BigDecimal.valueOf(found.total()))
                .with("totalPages", BigDecimal.valueOf(found.totalPages())));
    }

    private static int status(String text) {
        if (!text.matches("[45][0-9]{2}")) {
            throw ScimException.invalidValue("'status' must be a number from 400 to 599.");
        }
        return Integer.parseInt(text);
    }

    private static ScimObject document(FailedRequest request) {
        return ScimObject.of("time", request.time().toString())
                .with("caller", request.caller().orElse(null))
                .with("address", request.address())
                .with("method", request.method())
                .with("path", request.path())
                .with("status", BigDecimal.valueOf(request.status()))
                .with("action", request.action().orElse(null))
                .with("reason", request.reason().map(Reason::name).orElse(null))
                .with("detail", request.detail().orElse(null))
                .with("recommendedAction", request.reason().map(Reason::action).orElse(null))
                .with("durationMillis", BigDecimal.valueOf(request.duration().toMillis()))
                .with("requestId", request.requestId());
    }
}
