package org.cortexscim.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.math.BigDecimal;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.LostRaceException;
import org.cortexscim.storage.OverloadException;
import org.cortexscim.web.http.RequestIdFilter;

/**
 * Turns every refusal into the error body of the Cortex REST API.
 *
 * <pre>{"message":"...","type":"FORBIDDEN","httpStatus":403,"requestId":"..."}</pre>
 */
@ApplicationScoped
public class AdminErrors implements ExceptionMapper<Throwable> {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Logger LOG = System.getLogger(AdminErrors.class.getName());

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ScimException refusal) {
            return answer(refusal.status(), refusal.detail()).build();
        }
        if (failure instanceof AccessDenied denied) {
            return denied(denied);
        }
        if (failure instanceof WebApplicationException raised
                && raised.getResponse().getStatus() < 500) {
            return raised(raised.getResponse());
        }
        if (failure instanceof LostRaceException) {
            return answer(409, "Others are changing the same thing; send the request again.")
                    .build();
        }
        if (failure instanceof OverloadException) {
            LOG.log(Logger.Level.WARNING, "Request " + requestId() + " found the database overloaded.", failure);
            return tooMany(
                    "The service is overloaded; the Retry-After header tells when to go on.",
                    OverloadException.RETRY_AFTER);
        }
        LOG.log(Logger.Level.ERROR, "Request " + requestId() + " failed.", failure);
        return answer(500, "The service failed to process the request; whoever runs it finds the reason in its log.")
                .build();
    }

    private Response denied(AccessDenied denied) {
        if (denied.retryAfter().isPresent()) {
            return tooMany(denied.detail(), denied.retryAfter().get());
        }
        Response.ResponseBuilder answer = answer(denied.status(), denied.detail());
        return denied.status() == 401
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"cortex-scim\"")
                        .build()
                : answer.build();
    }

    /** The one refusal that Cortex writes as a problem of RFC 9457. */
    private Response tooMany(String detail, long retryAfter) {
        RequestLogFilter.explain(request, detail);
        ScimObject problem = ScimObject.of("type", "about:blank")
                .with("title", "Too Many Requests")
                .with("status", BigDecimal.valueOf(TOO_MANY_REQUESTS))
                .with("detail", detail)
                .with("instance", "urn:request:" + requestId())
                .with("retryAfter", BigDecimal.valueOf(retryAfter));
        return Response.status(TOO_MANY_REQUESTS)
                .type("application/problem+json")
                .header(HttpHeaders.RETRY_AFTER, retryAfter)
                .entity(JsonText.print(problem))
                .build();
    }

    private Response raised(Response response) {
        int status = response.getStatus();
        String message = switch (status) {
            case 404 -> "There is nothing at this path; see /openapi.";
            case 405 -> "This path does not support the method; the Allow header lists those it does.";
            case 415 -> "Send the body as application/json.";
            default -> "The request cannot be processed.";
        };
        Response.ResponseBuilder answer = answer(status, message);
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private Response.ResponseBuilder answer(int status, String message) {
        RequestLogFilter.explain(request, message);
        ScimObject body = ScimObject.of("message", message)
                .with("type", type(status))
                .with("httpStatus", BigDecimal.valueOf(status))
                .with("requestId", requestId());
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(JsonText.print(body));
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "BAD_REQUEST";
            case 401, 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 409 -> "CONFLICT";
            default -> status < 500 ? "ILLEGAL_ARGUMENT_ERROR" : "UNHANDLED_EXCEPTION";
        };
    }

    private String requestId() {
        return RequestIdFilter.of(request);
    }
}
