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
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Ids;

/** Records every request that is answered with an error, wherever it was refused, and tells of all others too. */
public class RequestLogFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
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
            Instant end = clock.instant();
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
            String path = PathTemplate.of(request.getRequestURI());
            Duration duration = Duration.between(begin, end);
            answers.fire(new AnsweredRequest(PathTemplate.operation(method, path), status, duration));
            if (status >= HttpServletResponse.SC_BAD_REQUEST) {
                log.add(describe(request, method, path, status, end, duration));
            }
        }
    }

    private FailedRequest describe(
            HttpServletRequest request, String method, String path, int status, Instant now, Duration duration) {
        return new FailedRequest(
                Ids.at(now),
                now,
                current.caller().map(Caller::identifier),
                ClientAddress.of(request).address().toString(),
                method,
                path,
                status,
                PathTemplate.action(method, path),
                refusal(request).map(ScimException::reason),
                refusal(request).map(ScimException::detail),
                duration,
                current.requestId());
    }
}
