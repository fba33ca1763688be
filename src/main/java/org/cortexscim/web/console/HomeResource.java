package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.cortexscim.access.ForEveryone;

/** Leads to the first page that the caller may see, or to the sign-in. */
@Path("/")
@RequestScoped
@ForEveryone
public class HomeResource {
    @Inject
    private Shells shells;

    @GET
    public Response get() {
        return Redirect.to(shells.menu().stream()
                        .findFirst()
                        .map(MenuItem::address)
                        .orElse(SignInResource.ADDRESS))
                .build();
    }
}
