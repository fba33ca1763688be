package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.web.http.Refusal;
import org.cortexscim.web.http.RequestIdFilter;

/** Answers with a page that tells why a request was refused, and lets the request log have the reason. */
@RequestScoped
class RefusedPage {
    @Inject
    private HttpServletRequest request;

    /**
     * The answer to a failure.
     *
     * @param view of the refusal that the failure stands for
     */
    Response of(Throwable failure, Function<Refusal, View> view) {
        Refusal refusal = Refusal.of(failure, id());
        RequestLogFilter.explain(request, refusal.error());
        return refusal.response()
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(view.apply(refusal))
                .build();
    }

    /** The request's id. */
    String id() {
        return RequestIdFilter.of(request);
    }
}
