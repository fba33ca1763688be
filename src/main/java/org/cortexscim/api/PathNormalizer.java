package org.cortexscim.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads doubled slashes in a path as one: the base URL of Okta's on-premises agent must end with a slash. */
public class PathNormalizer extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.contains("//")) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            request.getRequestDispatcher(path.replaceAll("/{2,}", "/") + query).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
