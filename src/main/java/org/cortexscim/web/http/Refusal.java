package org.cortexscim.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.LostRaceException;
import org.cortexscim.storage.UnknownOutcomeException;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told when a request is refused or fails, whoever raised it. Every door answers with the same refusal;
 * only the bodies differ.
 *
 * @param error the status, scimType, reason and detail
 * @param headers of the answer, such as Retry-After
 */
public record Refusal(ScimException error, Map<String, String> headers) {
    /** The media type of the one Cortex error that is a problem of RFC 9457. */
    private static final String PROBLEM = "application/problem+json";

    private static final String ATTRIBUTE = Refusal.class.getName();
    private static final Logger LOG = System.getLogger(Refusal.class.getName());

    public Refusal {
        headers = Map.copyOf(headers);
    }

    /** The refusal that a failure stands for; a failure that is not a refusal is logged, and told without its reason. */
    public static Refusal of(Throwable failure, String requestId) {
        Optional<ScimException> refusal = cause(failure, ScimException.class);
        if (refusal.isPresent()) {
            return new Refusal(refusal.get(), Map.of());
        }
        if (failure instanceof AccessDenied denied) {
            return of(denied);
        }
        if (failure instanceof WebApplicationException raised
                && raised.getResponse().getStatus() < 500) {
            return ofResponse(raised.getResponse());
        }
        if (failure instanceof LostRaceException) {
            return new Refusal(
                    error(
                            Reason.CONCURRENT_CHANGES,
                            "Others are changing the same resource, and nothing was changed; send the request again."),
                    Map.of(HttpHeaders.RETRY_AFTER, "1"));
        }
        if (failure instanceof OverloadException overload) {
            return of(overload, requestId);
        }
        LOG.log(Logger.Level.ERROR, "Request " + requestId + " failed.", failure);
        if (failure instanceof UnknownOutcomeException) {
            return plain(
                    Reason.UNEXPECTED,
                    "The connection to the database was lost while the change was being committed, so that it may have"
                            + " been applied or not. Read the resource, then send the request again if it is needed.");
        }
        return ofStatus(500);
    }

    /** The refusal for want of room or time; the operator has to know when the database is the cause. */
    static Refusal of(OverloadException overload, String requestId) {
        if (overload.getCause() != null) {
            LOG.log(Logger.Level.WARNING, "Request " + requestId + " found the database overloaded.", overload);
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put(HttpHeaders.RETRY_AFTER, Long.toString(overload.retryAfter()));
        if (overload.reason() == Reason.STOPPING) {
            // The next request on this connection would meet a server that is gone.
            headers.put("Connection", "close");
        }
        return new Refusal(error(overload.reason(), overload.detail()), headers);
    }

    /** Why a request was refused before it came to a resource; empty when it was not. */
    static Optional<Refusal> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Refusal refusal
                ? Optional.of(refusal)
                : AccessDenied.of(request).map(Refusal::of);
    }

    /** Answers the request with the error page, which finds the refusal by {@link #of(HttpServletRequest)}. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(status());
    }

    /** The refusal of a caller. */
    static Refusal of(AccessDenied denied) {
        Map<String, String> headers = new TreeMap<>();
        denied.retryAfter().ifPresent(seconds -> headers.put(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        if (denied.reason().status() == 401) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"cortex-scim\"");
        }
        return new Refusal(error(denied.reason(), denied.detail()), headers);
    }

    /** The refusal when all that is known is the status. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 400 ->
                plain(
                        Reason.INVALID_REQUEST,
                        "The request is malformed: check the URL's percent-encoding and the headers.");
            case 401 ->
                plain(Reason.CREDENTIAL_MISSING, "Send an API key in the Authorization header: 'Bearer <key>'.");
            case 403 -> plain(Reason.FORBIDDEN, "The request is forbidden.");
            case 404 ->
                plain(
                        Reason.UNKNOWN_PATH,
                        "There is nothing at this path. Users are at /scim/v2/Users, and the identity provider's base URL"
                                + " ends with /scim/v2; the administration API is described at /openapi.");
            case 405 ->
                plain(
                        Reason.METHOD_NOT_ALLOWED,
                        "This path does not support the method; the Allow header lists those it does.");
            case 406 ->
                plain(
                        Reason.NOT_ACCEPTABLE,
                        "This path has no response of a type that the Accept header allows; application/json is right"
                                + " for all but exports.");
            case 413 ->
                plain(Reason.TOO_LARGE, "The body is larger than 2 MB; send fewer resources or values at once.");
            case 415 ->
                plain(
                        Reason.MEDIA_TYPE,
                        "Send the body as application/json; for SCIM, application/scim+json is right too.");
            default ->
                status < 500
                        ? new Refusal(ScimException.status(status, "The request cannot be processed."), Map.of())
                        : new Refusal(
                                ScimException.status(
                                        status,
                                        "The service failed to process the request; its operator finds the reason in"
                                                + " the server's log."),
                                Map.of());
        };
    }

    /** The SCIM error (RFC 7644 §3.12), whose detail ends in the request's id: identity providers show nothing else. */
    public ScimObject scim(String requestId) {
        return error.document().with("detail", "%s [request %s]".formatted(error.detail(), requestId));
    }

    /**
     * The error of the Cortex REST API; a 429 is a problem of RFC 9457 there.
     *
     * <pre>{"message":"...","type":"FORBIDDEN","httpStatus":403,"requestId":"..."}</pre>
     */
    public ScimObject cortex(String requestId) {
        if (isProblem()) {
            return ScimObject.of("type", "about:blank")
                    .with("title", "Too Many Requests")
                    .with("status", BigDecimal.valueOf(status()))
                    .with("detail", error.detail())
                    .with("instance", "urn:request:" + requestId)
                    .with("retryAfter", new BigDecimal(headers.getOrDefault(HttpHeaders.RETRY_AFTER, "1")));
        }
        return ScimObject.of("message", error.detail())
                .with("type", cortexType(status()))
                .with("httpStatus", BigDecimal.valueOf(status()))
                .with("requestId", requestId);
    }

    /** The media type of {@link #cortex}. */
    public String cortexMediaType() {
        return isProblem() ? PROBLEM : ScimMediaType.JSON;
    }

    public int status() {
        return error.status();
    }

    /** The answer with its status and headers, still without a body. */
    public Response.ResponseBuilder response() {
        Response.ResponseBuilder response = Response.status(status());
        headers.forEach(response::header);
        return response;
    }

    private boolean isProblem() {
        return status() == 429;
    }

    private static String cortexType(int status) {
        return switch (status) {
            case 400 -> "BAD_REQUEST";
            case 401, 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 409 -> "CONFLICT";
            default -> status < 500 ? "ILLEGAL_ARGUMENT_ERROR" : "UNHANDLED_EXCEPTION";
        };
    }

    private static Refusal ofResponse(Response response) {
        Refusal refusal = ofStatus(response.getStatus());
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? refusal : new Refusal(refusal.error(), Map.of(HttpHeaders.ALLOW, allow));
    }

    private static Refusal plain(Reason reason, String detail) {
        return new Refusal(error(reason, detail), Map.of());
    }

    private static ScimException error(Reason reason, String detail) {
        return ScimException.status(reason.status(), detail).because(reason);
    }

    /** The server wraps what a body reader throws. */
    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
