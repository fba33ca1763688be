package org.cortexscim.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/**
 * Chooses the media type of the answer: SCIM's own, or plain JSON for a client that asks for nothing else (OneLogin).
 * Nobody gets a 406: whatever a client can accept, it gets its answer.
 */
@PreMatching
public class AcceptFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, answerType(context.getHeaderString(HttpHeaders.ACCEPT)));
    }

    static String answerType(@org.jspecify.annotations.Nullable String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        boolean onlyJson =
                types.contains(ScimMediaType.JSON) && !types.contains(ScimMediaType.SCIM) && !types.contains("*/*");
        return onlyJson ? ScimMediaType.JSON : ScimMediaType.SCIM;
    }
}
