package org.cortexscim.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.storage.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id, which its answer, its errors, the access log and its audit entries carry. A proxy's own
 * X-Request-Id is used when it is 8 to 64 letters, digits, dots, hyphens and underscores.
 */
public class RequestIdFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "org.cortexscim.requestId";

    @Inject
    private transient CurrentCaller current;

    /** The id of a request that has passed this filter. */
    public static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ATTRIBUTE) == null) {
            String id = id(request.getHeader(HEADER));
            request.setAttribute(ATTRIBUTE, id);
            response.setHeader(HEADER, id);
            current.sends(id);
        }
        chain.doFilter(request, response);
    }

    private static String id(@Nullable String given) {
        if (given != null && given.matches("[A-Za-z0-9._-]{8,64}")) {
            return given;
        }
        return Ids.next();
    }
}
