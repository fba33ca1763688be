package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cortexscim.access.Requires;
import org.cortexscim.overview.ProvisioningOverview;
import org.cortexscim.roles.Permission;

/** How provisioning is going. */
@Path("/overview")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class OverviewPageResource {
    @Inject
    private ProvisioningOverview overview;

    @Inject
    private Shells shells;

    @GET
    public OverviewPageView show() {
        return new OverviewPageView(shells.of(MenuItem.OVERVIEW), overview.now());
    }
}
