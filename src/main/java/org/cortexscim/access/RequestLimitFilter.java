package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.time.Duration;
import java.util.Optional;
import org.cortexscim.access.limits.RequestLimits;

/** Refuses a caller who sends more requests than a minute allows, before anything is done for the request. */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
@ApplicationScoped
public class RequestLimitFilter implements ContainerRequestFilter {
    @Inject
    private RequestLimits limits;

    @Inject
    private CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean scim = context.getUriInfo().getBaseUri().getPath().startsWith("/scim/");
        current.caller().map(Caller::key).flatMap(caller -> count(scim, caller)).ifPresent(wait -> {
            throw AccessDenied.tooManyRequests(wait);
        });
    }

    private Optional<Duration> count(boolean scim, String caller) {
        return scim ? limits.countScim(caller) : limits.countApi(caller);
    }
}
