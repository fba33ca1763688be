package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.LoggedRequestPage;
import org.cortexscim.access.requests.LoggedRequestQuery;
import org.cortexscim.access.requests.RequestLog;
import org.cortexscim.access.requests.Statuses;
import org.cortexscim.roles.Permission;

/** What the identity provider asked for lately, and why it shows an error. */
@Path("/requests")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RequestsPageResource {
    @Inject
    private RequestLog log;

    @Inject
    private Shells shells;

    @Inject
    private CallerNames callers;

    @Context
    private UriInfo uri;

    @GET
    public RequestsPageView show(
            @QueryParam("errors") @DefaultValue("false") boolean errorsOnly,
            @QueryParam("caller") @DefaultValue("") String caller,
            @QueryParam("resourceId") @DefaultValue("") String resourceId,
            @QueryParam("page") @DefaultValue("0") PageNumber page,
            @QueryParam("open") @DefaultValue("") String open) {
        LoggedRequestQuery query = new LoggedRequestQuery(
                errorsOnly ? Optional.of(Statuses.ERRORS) : Optional.empty(),
                text(caller),
                Optional.empty(),
                text(resourceId),
                Optional.empty(),
                Optional.empty());
        LoggedRequestPage found = log.page(query, page.value(), Pager.SIZE);
        Optional<LoggedRequest> shown = text(open).map(log::get);
        return new RequestsPageView(
                shells.of(MenuItem.REQUESTS),
                found.requests(),
                Pager.of(new Address(uri), page.value(), found.total()),
                errorsOnly,
                caller.strip(),
                resourceId.strip(),
                shown,
                new Address(uri),
                callers);
    }

    private static Optional<String> text(String parameter) {
        return Optional.of(parameter.strip()).filter(value -> !value.isEmpty());
    }
}
