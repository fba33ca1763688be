package org.cortexscim.web.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The error page of the whole application: what the servlet container refuses, before a resource could, is answered in
 * JSON too. Under /scim/v2 it is a SCIM error.
 */
public class ContainerErrors extends HttpServlet {
    private static final long serialVersionUID = 1;
    /** Nothing is mapped there; whoever asks has the wrong base URL, and needs no key to be told so. */
    private static final Pattern OTHER_VERSION = Pattern.compile("/scim/v(?!2(?:/|$))[0-9][0-9.]*(?:/.*)?");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String path = uri.substring(request.getContextPath().length()).replaceAll("/{2,}", "/");
        Optional<AccessDenied> denied = AccessDenied.of(request);
        ScimException refusal = denied.map(known -> ScimException.status(known.status(), known.detail()))
                .orElseGet(() -> refusal(path, status instanceof Integer code ? code : 404));
        String requestId = RequestIdFilter.of(request);
        RequestLogFilter.explain(request, refusal.detail());
        boolean scim = path.startsWith("/scim/");
        ScimObject body = scim ? document(refusal, requestId) : plain(refusal, requestId);
        response.setStatus(refusal.status());
        denied.flatMap(AccessDenied::retryAfter)
                .ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        // Liberty marks error pages for a proxy of its own kind; nobody else needs to know the product.
        response.setHeader("$WSEP", null);
        response.setContentType(scim ? ScimMediaType.accepted(request.getHeader("Accept")) : ScimMediaType.JSON);
        response.getOutputStream().write(JsonText.print(body).getBytes(StandardCharsets.UTF_8));
    }

    private static ScimException refusal(String path, int status) {
        return OTHER_VERSION.matcher(path).matches()
                ? ScimException.invalidVers("This service speaks SCIM 2.0 only: let the base URL end with /scim/v2.")
                : describe(status);
    }

    /** What to tell the caller when all that is known is the status. */
    public static ScimException describe(int status) {
        return ScimException.status(
                status,
                switch (status) {
                    case 400 -> "The request is malformed: check the URL's percent-encoding and the headers.";
                    case 401 -> "Send an API key in the Authorization header: 'Bearer <key>'.";
                    case 403 -> "The request is forbidden.";
                    case 404 ->
                        "There is nothing at this path. Users are at /scim/v2/Users; the identity provider's base"
                                + " URL ends with /scim/v2.";
                    case 405 -> "This path does not support the method; the Allow header lists those it does.";
                    case 413 -> "The body is larger than 2 MB; send fewer resources or values at once.";
                    case 415 -> "Send the body as application/scim+json or application/json.";
                    default ->
                        status < 500
                                ? "The request cannot be processed."
                                : "The service failed to process the request; whoever runs it finds the reason in its log.";
                });
    }

    /** The SCIM error with the request's id, by which the server's log can be searched. */
    public static ScimObject document(ScimException refusal, String requestId) {
        return refusal.document().with("detail", "%s [request %s]".formatted(refusal.detail(), requestId));
    }

    private static ScimObject plain(ScimException refusal, @Nullable String requestId) {
        return ScimObject.of("message", refusal.detail())
                .with("type", type(refusal.status()))
                .with("httpStatus", java.math.BigDecimal.valueOf(refusal.status()))
                .with("requestId", requestId);
    }

    /** As Cortex names the kinds of errors. */
    private static String type(int status) {
        return switch (status) {
            case 401, 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            default -> status < 500 ? "BAD_REQUEST" : "UNHANDLED_EXCEPTION";
        };
    }
}
