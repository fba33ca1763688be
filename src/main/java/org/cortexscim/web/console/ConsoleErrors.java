package org.cortexscim.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.scim.Reason;
import org.cortexscim.web.http.Refusal;

/** Answers every refusal with a page that says what is wrong and what to do; who is not signed in gets the sign-in. */
@ApplicationScoped
public class ConsoleErrors implements ExceptionMapper<Throwable> {
    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Inject
    private RefusedPage refused;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof AccessDenied denied
                && denied.reason() == Reason.PERMISSION_MISSING
                && current.caller().isEmpty()) {
            return isPart()
                    ? Response.status(Response.Status.UNAUTHORIZED)
                            .header("HX-Refresh", "true")
                            .build()
                    : Redirect.to(signIn()).build();
        }
        return refused.of(failure, this::view);
    }

    /** A part of a page cannot lead to the sign-in: it lets the page load again, which can. */
    private boolean isPart() {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private ErrorView view(Refusal refusal) {
        Shell shell = shells.titled("Error");
        Reason reason = refusal.error().reason();
        return reason == Reason.UNKNOWN_PATH
                ? new ErrorView(
                        shell,
                        refusal.status(),
                        "The console has no page at this address.",
                        Optional.empty(),
                        refused.id())
                : new ErrorView(
                        shell, refusal.status(), refusal.error().detail(), Optional.of(reason.action()), refused.id());
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
