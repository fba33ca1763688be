package org.cortexscim.web.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.capacity.Capacity;

/** Keeps each caller to a share of the requests that are answered at once. */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 2)
@ApplicationScoped
public class CallerShareFilter implements ContainerRequestFilter {
    @Inject
    private Capacity capacity;

    @Inject
    private CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext context) {
        current.caller().map(Caller::key).ifPresent(capacity::takeShare);
    }
}
