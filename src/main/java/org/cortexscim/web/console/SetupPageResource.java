package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.address.PublicUrl;
import org.cortexscim.roles.Permission;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.setup.ConnectionReport;
import org.cortexscim.setup.ConnectionTest;
import org.cortexscim.setup.Guide;
import org.cortexscim.setup.SetupProgress;

/** Guides to setting an identity provider up, with how far it is, and a test of the connection. */
@Path("/setup")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SetupPageResource {
    static final String ADDRESS = "/console/setup";

    @Inject
    private SetupProgress progress;

    @Inject
    private ConnectionTest test;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Shells shells;

    @Inject
    private PublicUrl url;

    @GET
    public SetupPageView show(
            @QueryParam("guide") @DefaultValue("") String guide,
            @QueryParam("saved") @DefaultValue("false") boolean saved) {
        return view(named(guide), saved, Optional.empty());
    }

    /** How far it is, for a page that refreshes this part of itself. */
    @GET
    @Path("progress")
    public SetupProgressView progress() {
        return new SetupProgressView(progress.steps());
    }

    /** Chooses the settings that the guide recommends. They only widen what the identity provider may do, or leave it. */
    @POST
    @Path("settings")
    public Response choose(@QueryParam("guide") @DefaultValue("") String guide) {
        settings.change(named(guide).missing(settings.current()));
        return Redirect.to(SetupPageView.address(named(guide)) + "&saved=true").build();
    }

    /** Tests the connection. The result is kept nowhere: it is on this page only. */
    @POST
    @Path("test")
    public SetupPageView test(@QueryParam("guide") @DefaultValue("") String guide) {
        ConnectionReport report = test.run();
        return view(named(guide), false, Optional.of(report));
    }

    private SetupPageView view(Guide guide, boolean saved, Optional<ConnectionReport> report) {
        return new SetupPageView(
                shells.of(MenuItem.SETUP),
                guide,
                url.root() + "/scim/v2",
                progress(),
                guide.missing(settings.current()),
                saved,
                report);
    }

    private static Guide named(String name) {
        return Arrays.stream(Guide.values())
                .filter(guide -> guide.name().equals(name))
                .findFirst()
                .orElse(Guide.OKTA_CATALOG);
    }
}
