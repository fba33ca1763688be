package org.cortexscim.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.json.JsonText;
import org.cortexscim.web.http.Refusal;
import org.cortexscim.web.http.RequestIdFilter;

/** Answers every refusal with the error of the Cortex REST API. */
@ApplicationScoped
public class AdminErrors implements ExceptionMapper<Throwable> {
    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIdFilter.of(request);
        Refusal refusal = Refusal.of(failure, requestId);
        RequestLogFilter.explain(request, refusal.error());
        return refusal.response()
                .type(refusal.cortexMediaType())
                .entity(JsonText.print(refusal.cortex(requestId)))
                .build();
    }
}
