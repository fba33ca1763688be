package org.cortexscim.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Clock;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.keys.ExpiryWindow;

/** Tells the holder of an API key with each answer that the key, or this secret of it, ends within twenty days. */
@ApplicationScoped
public class KeyExpiryHeader implements ContainerResponseFilter {
    private static final String HEADER = "X-Api-Key-Expires";

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        current.caller()
                .flatMap(Caller::end)
                .filter(end -> ExpiryWindow.of(end, clock.instant()).isPresent())
                .ifPresent(end -> response.getHeaders().putSingle(HEADER, end.toString()));
    }
}
