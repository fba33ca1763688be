package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.address.PublicUrl;

/** Finds out who uses the console. Who is not signed in stays unknown, and may only do what needs no permission. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class SessionFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String RENEWED = SessionFilter.class.getName();

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentCaller current;

    @Inject
    private PublicUrl url;

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        current.calls(ClientAddress.of(request).address().toString());
        Cookie cookie = context.getCookies().get(SessionCookie.NAME);
        if (cookie != null) {
            sessions.resume(cookie.getValue()).ifPresent(resumed -> {
                current.isKnown(resumed.caller());
                resumed.renewed()
                        .filter(value -> !isPart(context))
                        .ifPresent(value -> context.setProperty(RENEWED, value));
            });
        }
    }

    /** A page that refreshes a part of itself is not a person who goes on. */
    private static boolean isPart(ContainerRequestContext context) {
        return "true".equals(context.getHeaderString("HX-Request"));
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        // An answer that begins or ends a session has the last word.
        if (context.getProperty(RENEWED) instanceof String value
                && !response.getHeaders().containsKey(HttpHeaders.SET_COOKIE)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, SessionCookie.with(value, url.isSecure()));
        }
    }
}
