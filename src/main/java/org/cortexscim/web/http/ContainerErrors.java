package org.cortexscim.web.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

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
        Refusal refusal =
                Refusal.of(request).orElseGet(() -> refusal(path, status instanceof Integer code ? code : 404));
        RequestLogFilter.explain(request, refusal.error());
        answer(refusal, path.startsWith("/scim/"), request, response);
    }

    private static void answer(Refusal refusal, boolean scim, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String requestId = RequestIdFilter.of(request);
        ScimObject body = scim ? refusal.scim(requestId) : refusal.cortex(requestId);
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        // Liberty marks error pages for a proxy of its own kind; the name of the product is nobody's business.
        response.setHeader("$WSEP", null);
        response.setContentType(scim ? ScimMediaType.accepted(request.getHeader("Accept")) : refusal.cortexMediaType());
        response.getOutputStream().write(JsonText.print(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal refusal(String path, int status) {
        return OTHER_VERSION.matcher(path).matches()
                ? new Refusal(
                        ScimException.invalidVers(
                                "This service speaks SCIM 2.0 only: let the base URL end with /scim/v2."),
                        Map.of())
                : Refusal.ofStatus(status);
    }
}
