package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.cortexscim.access.address.ClientAddress;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, before anything else about the request is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    @Inject
    private SignIn signIn;

    @Inject
    private TestPass testPass;

    @Inject
    private CurrentCaller current;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String authorization = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        testPass.bearer(authorization).ifPresentOrElse(current::tests, () -> signIn(authorization));
    }

    private void signIn(@Nullable String authorization) {
        String secret = Credential.in(authorization).orElse("");
        signIn.with(ClientAddress.of(request).address().toString(), secret);
    }
}
