package org.cortexscim.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL as its sender means it: doubled slashes in the path as one, since the base URL of Okta's on-premises agent must
 * end with a slash, and what no query may have (RFC 3986 §3.4), such as quotes and raw UTF-8, as if it were
 * percent-encoded.
 */
public class UrlNormalizer extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String QUERY = "org.cortexscim.query";
    private static final Pattern TO_ENCODE = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]+");

    /** The query, percent-encoded, also after the request has been forwarded. */
    public static @Nullable String query(HttpServletRequest request) {
        Object sent = request.getAttribute(QUERY);
        return sent == null ? request.getQueryString() : sent.toString();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String tidyPath = path.replaceAll("/{2,}", "/");
        String query = request.getQueryString();
        String tidyQuery = query == null ? null : encoded(query);
        if (path.equals(tidyPath) && Objects.equals(query, tidyQuery)) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(QUERY, tidyQuery);
            forward(request.getRequestDispatcher(tidyPath), new WithQuery(request, tidyQuery), response);
        }
    }

    /** A query in which each byte that may not be there is percent-encoded; the container hands over a character per byte. */
    static String encoded(String query) {
        return TO_ENCODE
                .matcher(query)
                .replaceAll(part -> part.group()
                        .chars()
                        .mapToObj(character -> "%%%02X".formatted(character & 0xff))
                        .collect(Collectors.joining()));
    }

    /** The container has no dispatcher when the normalized path is not mapped either. */
    private static void forward(
            @Nullable RequestDispatcher target, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (target == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            target.forward(request, response);
        }
    }

    /**
     * Keeps the query when the request is forwarded; in a path to forward to, the server would refuse an encoded backslash.
     */
    private static final class WithQuery extends HttpServletRequestWrapper {
        private final @Nullable String query;

        WithQuery(HttpServletRequest request, @Nullable String query) {
            super(request);
            this.query = query;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }
    }
}
