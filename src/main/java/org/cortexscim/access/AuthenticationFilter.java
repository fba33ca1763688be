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

/** Finds out who calls, before anything else about the request is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    /** The servlet request's attribute that holds its id. */
    public static final String REQUEST_ID = "org.cortexscim.requestId";

    @Inject
    private ApiKeys keys;

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentCaller current;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String secret = Credential.in(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() ->
                        AccessDenied.unauthenticated("Send an API key in the Authorization header: 'Bearer <key>'."));
        Caller caller = Tokens.isToken(secret) ? tokens.caller(request.getUserPrincipal()) : key(secret);
        current.set(caller, request.getRemoteAddr(), String.valueOf(request.getAttribute(REQUEST_ID)));
    }

    private Caller key(String secret) {
        return keys.caller(secret)
                .orElseThrow(() -> AccessDenied.unauthenticated(
                        "The API key is not valid: it may be mistyped, expired or deleted."));
    }
}
