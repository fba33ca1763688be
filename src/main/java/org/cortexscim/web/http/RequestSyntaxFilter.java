package org.cortexscim.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Refuses what is not HTTP as the RFCs define it, before anyone relies on it and before a credential is asked for. */
public class RequestSyntaxFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Refusal> problem = RequestSyntax.problem(request);
        if (problem.isPresent()) {
            problem.get().answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
