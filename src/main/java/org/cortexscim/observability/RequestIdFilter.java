package org.cortexscim.observability;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cortexscim.access.AuthenticationFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id, which its answer, its errors, the access log and its audit entries carry. A proxy's own
 * X-Request-Id is taken over when it is 8 to 64 letters, digits, dots, hyphens and underscores.
 */
public class RequestIdFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String HEADER = "X-Request-Id";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(AuthenticationFilter.REQUEST_ID) == null) {
            String id = id(request.getHeader(HEADER));
            request.setAttribute(AuthenticationFilter.REQUEST_ID, id);
            response.setHeader(HEADER, id);
        }
        chain.doFilter(request, response);
    }

    private static String id(@Nullable String given) {
        if (given != null && given.matches("[A-Za-z0-9._-]{8,64}")) {
            return given;
        }
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
