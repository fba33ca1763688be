package org.cortexscim.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads doubled slashes in a path as one: the base URL of Okta's on-premises agent must end with a slash. */
public class PathNormalizer extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String QUERY = "org.cortexscim.query";

    /** The query as it was sent, even if the request has been forwarded since. */
    public static @Nullable String query(HttpServletRequest request) {
        Object sent = request.getAttribute(QUERY);
        return sent == null ? request.getQueryString() : sent.toString();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.contains("//")) {
            String single = path.replaceAll("/{2,}", "/");
            request.setAttribute(QUERY, request.getQueryString());
            forward(request.getRequestDispatcher(single), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The container has no dispatcher when the normalized path is not mapped either. */
    private static void forward(
            @Nullable RequestDispatcher tidy, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (tidy == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            tidy.forward(new SameQuery(request), response);
        }
    }

    /**
     * Keeps the query for the resources of the administration API; in a path to forward to, the server would refuse an
     * encoded backslash.
     */
    private static final class SameQuery extends HttpServletRequestWrapper {
        private final @Nullable String query;

        SameQuery(HttpServletRequest request) {
            super(request);
            query = request.getQueryString();
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }
    }
}
