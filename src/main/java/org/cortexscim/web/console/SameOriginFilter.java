package org.cortexscim.web.console;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;

/**
 * Refuses a form that another site sends with the browser of somebody who is signed in. The browser says where a form comes
 * from: in Sec-Fetch-Site, or in Origin.
 */
@Priority(Priorities.AUTHORIZATION - 1)
@ApplicationScoped
public class SameOriginFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext context) {
        if (!SAFE.contains(context.getMethod()) && !isSameOrigin(context)) {
            throw ScimException.forbidden("This form was not sent by a page of the console. Open the page again, and"
                            + " send its form.")
                    .because(Reason.FORBIDDEN);
        }
    }

    private static boolean isSameOrigin(ContainerRequestContext context) {
        String site = context.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = context.getHeaderString("Origin");
        String host = context.getHeaderString(HttpHeaders.HOST);
        return origin != null && host != null && authority(origin).equals(host);
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
