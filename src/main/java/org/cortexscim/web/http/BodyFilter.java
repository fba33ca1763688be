package org.cortexscim.web.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.capacity.IncomingBody;

/**
 * Reads the body as a whole, within its bounds, after everything else about the request has been found in order, and
 * before anything is done: what waits for a slow client holds no lock and no connection.
 */
@Priority(Priorities.USER + 1)
@ApplicationScoped
public class BodyFilter implements ContainerRequestFilter {
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Inject
    private Capacity capacity;

    @Inject
    private CurrentCaller current;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!METHODS_WITH_BODY.contains(context.getMethod())) {
            return;
        }
        String caller = current.caller().map(Caller::key).orElse("");
        try (IncomingBody body = capacity.beginBody(caller)) {
            context.setEntityStream(new ByteArrayInputStream(body.read(context.getEntityStream(), announced())));
        }
    }

    /** The server decompresses bodies, so that the length of a compressed one tells nothing. */
    private long announced() {
        return request.getHeader(HttpHeaders.CONTENT_ENCODING) == null ? request.getContentLengthLong() : -1;
    }
}
