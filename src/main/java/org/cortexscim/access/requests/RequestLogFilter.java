package org.cortexscim.access.requests;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Ids;

/** Records every request to SCIM and every one that fails, wherever it was refused, and tells of all others too. */
public class RequestLogFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String LOCATION = "Location";
    private static final String ME = "/scim/v2/Me";
    private static final String REFUSAL = "org.cortexscim.refusal";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    private transient RequestLog log;

    @Inject
    private transient CurrentCaller current;

    @Inject
    private transient Clock clock;

    @Inject
    private transient Event<AnsweredRequest> answers;

    /** Tells why the request is answered with an error; the last word counts. */
    public static void explain(HttpServletRequest request, ScimException refusal) {
        request.setAttribute(REFUSAL, refusal);
    }

    private static Optional<ScimException> refusal(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(REFUSAL)).map(ScimException.class::cast);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Instant begin = clock.instant();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            LoggedRequest logged = describe(request, response, status, begin);
            answers.fire(answered(logged));
            if (logged.failed() || PathTemplate.isScim(logged.path())) {
                log.add(logged);
            }
        }
    }

    /** A failure that nobody explained, such as an exception on its way to the server, is one of its status. */
    private static AnsweredRequest answered(LoggedRequest logged) {
        Optional<Reason> refusal =
                logged.failed() ? logged.reason().or(() -> Optional.of(Reason.of(logged.status()))) : Optional.empty();
        return new AnsweredRequest(
                PathTemplate.operation(logged.method(), logged.path()), logged.status(), logged.duration(), refusal);
    }

    private LoggedRequest describe(
            HttpServletRequest request, HttpServletResponse response, int status, Instant begin) {
        Instant end = clock.instant();
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String path = PathTemplate.of(request.getRequestURI());
        return new LoggedRequest(
                Ids.at(end),
                end,
                current.caller().map(Caller::identifier),
                current.keyPrefix(),
                ClientAddress.of(request).address().toString(),
                method,
                path,
                status,
                PathTemplate.action(method, path),
                resourceId(request, response, path),
                refusal(request).map(ScimException::reason),
                refusal(request).map(ScimException::detail),
                Duration.between(begin, end),
                current.requestId(),
                current.isTest());
    }

    /** The id in the path, the one of a resource that was created, or the one of the caller. */
    private Optional<String> resourceId(HttpServletRequest request, HttpServletResponse response, String path) {
        if (!PathTemplate.isScim(path)) {
            return Optional.empty();
        }
        return ResourceId.in(request.getRequestURI())
                .or(() -> Optional.ofNullable(response.getHeader(LOCATION)).flatMap(ResourceId::in))
                .or(() -> path.equals(ME) ? current.userId() : Optional.empty());
    }
}
