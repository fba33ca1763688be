package org.cortexscim.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides the header Accept-Language from the server: every answer is in one language, and a malformed value of a header
 * that is not needed would fail the request.
 */
public class LanguageFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String HEADER = "Accept-Language";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request.getHeader(HEADER) == null ? request : new WithoutLanguage(request), response);
    }

    private static final class WithoutLanguage extends HttpServletRequestWrapper {
        WithoutLanguage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HEADER) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HEADER) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !name.equalsIgnoreCase(HEADER))
                    .toList();
            return Collections.enumeration(names);
        }
    }
}
