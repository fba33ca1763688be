package org.cortexscim.web.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.web.http.Refusal;
import org.cortexscim.web.http.RequestIdFilter;
import org.cortexscim.web.http.ScimMediaType;

/** Answers every refusal with a SCIM error (RFC 7644 §3.12). */
@ApplicationScoped
public class ScimErrors implements ExceptionMapper<Throwable> {
    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIdFilter.of(request);
        Refusal refusal = Refusal.of(failure, requestId);
        RequestLogFilter.explain(request, refusal.error());
        return refusal.response()
                .type(ScimMediaType.accepted(request.getHeader(HttpHeaders.ACCEPT)))
                .entity(refusal.scim(requestId))
                .build();
    }
}
