package org.cortexscim.web.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.access.requests.RequestLogFilter;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.LostRaceException;
import org.cortexscim.storage.OverloadException;
import org.cortexscim.web.http.ContainerErrors;
import org.cortexscim.web.http.RequestIdFilter;
import org.cortexscim.web.http.ScimMediaType;
import org.jspecify.annotations.Nullable;

/** The one place where a refusal, whoever raised it, becomes a SCIM error (RFC 7644 §3.12). */
@ApplicationScoped
public class ScimErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ScimErrors.class.getName());

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof AccessDenied denied) {
            return denied(denied);
        }
        if (failure instanceof WebApplicationException raised
                && raised.getResponse().getStatus() < 500
                && cause(failure, ScimException.class).isEmpty()) {
            return raised(raised.getResponse());
        }
        Response answer = answer(refusal(failure, requestId()));
        return failure instanceof OverloadException
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, OverloadException.RETRY_AFTER)
                        .build()
                : answer;
    }

    /** What a failure means to the client; one that is no refusal is logged. */
    public static ScimException refusal(Throwable failure, String requestId) {
        Optional<ScimException> refusal = cause(failure, ScimException.class);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (failure instanceof LostRaceException) {
            return ScimException.conflict("Others are changing the same resource; send the request again.");
        }
        if (failure instanceof OverloadException) {
            LOG.log(Logger.Level.WARNING, "Request " + requestId + " found the database overloaded.", failure);
            return ScimException.status(429, "The service is overloaded; the Retry-After header tells when to go on.");
        }
        LOG.log(Logger.Level.ERROR, "Request " + requestId + " failed.", failure);
        return ContainerErrors.describe(500);
    }

    private Response denied(AccessDenied denied) {
        Response.ResponseBuilder answer =
                Response.fromResponse(answer(ScimException.status(denied.status(), denied.detail())));
        denied.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (denied.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"cortex-scim\"");
        }
        return answer.build();
    }

    private Response raised(Response response) {
        Response answer = answer(ContainerErrors.describe(response.getStatus()));
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    private Response answer(ScimException refusal) {
        RequestLogFilter.explain(request, refusal.detail());
        ScimObject document = ContainerErrors.document(refusal, requestId());
        return Response.status(refusal.status())
                .type(ScimMediaType.accepted(request.getHeader(HttpHeaders.ACCEPT)))
                .entity(document)
                .build();
    }

    private String requestId() {
        return RequestIdFilter.of(request);
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
