package org.cortexscim.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.capacity.Work;

/** Answers as many requests at once as the service can, and refuses the others at once instead of letting them wait. */
public class CapacityFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Capacity capacity;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Work work;
        try {
            work = capacity.beginRequest();
        } catch (OverloadException full) {
            Refusal.of(full, RequestIdFilter.of(request)).answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            work.close();
        }
    }
}
