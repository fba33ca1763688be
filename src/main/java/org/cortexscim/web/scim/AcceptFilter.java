package org.cortexscim.web.scim;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.cortexscim.web.http.ScimMediaType;

/** Chooses the media type of the response before a resource is matched, so that no client gets a 406. */
@PreMatching
public class AcceptFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        context.getHeaders()
                .putSingle(HttpHeaders.ACCEPT, ScimMediaType.accepted(context.getHeaderString(HttpHeaders.ACCEPT)));
    }
}
