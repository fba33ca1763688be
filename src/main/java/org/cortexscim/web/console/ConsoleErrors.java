package org.cortexscim.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.scim.Reason;
import org.cortexscim.web.http.Refusal;
import org.cortexscim.web.http.RequestIdFilter;

/** Answers every refusal with a page that says what is wrong and what to do; who is not signed in gets the sign-in. */
@ApplicationScoped
public class ConsoleErrors implements ExceptionMapper<Throwable> {
    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIdFilter.of(request);
        Refusal refusal = Refusal.of(failure, requestId);
        if (refusal.error().reason() == Reason.PERMISSION_MISSING
                && current.caller().isEmpty()) {
            return Redirect.to(signIn()).build();
        }
        RequestLogFilter.explain(request, refusal.error());
        return refusal.response()
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(view(refusal, requestId))
                .build();
    }

    private ErrorView view(Refusal refusal, String requestId) {
        Shell shell = shells.titled("Error");
        Reason reason = refusal.error().reason();
        return reason == Reason.UNKNOWN_PATH
                ? new ErrorView(
                        shell,
                        refusal.status(),
                        "The console has no page at this address.",
                        Optional.empty(),
                        requestId)
                : new ErrorView(
                        shell, refusal.status(), refusal.error().detail(), Optional.of(reason.action()), requestId);
    }

    /** A form is not sent again after the sign-in: it leads back to the page. */
    private String signIn() {
        boolean page = request.getMethod().equals("GET");
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String to = page ? request.getRequestURI() + query : "/console/";
        return UriBuilder.fromUri(SignInResource.ADDRESS)
                .queryParam("to", "{to}")
                .build(SignInResource.inConsole(to))
                .toString();
    }
}
