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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.audit.AuditCriterion;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.audit.AuditPage;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;

/** Who changed what, the newest entry first. */
@Path("/audit-log")
@RequestScoped
@Requires(Permission.VIEW_AUDIT_LOGS)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AuditLogPageResource {
    @Inject
    private AuditLog log;

    @Inject
    private Shells shells;

    @Inject
    private CallerNames callers;

    @Context
    private UriInfo uri;

    @GET
    public AuditLogPageView show(
            @QueryParam("about") @DefaultValue("") String about,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("objectType") @DefaultValue("") String objectType,
            @QueryParam("page") @DefaultValue("0") PageNumber page,
            @QueryParam("open") @DefaultValue("") String open) {
        AuditFilter filter = AuditFilter.ALL
                .with(AuditCriterion.OBJECT_IDENTIFIERS, values(about))
                .with(AuditCriterion.ACTIONS, values(action))
                .with(AuditCriterion.OBJECT_TYPES, values(objectType));
        AuditPage found = log.page(filter, page.value(), Pager.SIZE);
        List<AuditEntry> entries = new ArrayList<>();
        found.entries().forEach(entries::add);
        Optional<AuditEntry> shown = values(open).stream().findFirst().map(log::get);
        return new AuditLogPageView(
                shells.of(MenuItem.AUDIT_LOG),
                entries,
                Pager.of(new Address(uri), page.value(), found.total()),
                about.strip(),
                action,
                objectType,
                shown,
                shown.map(entry -> details(entry.details())).orElse(List.of()),
                new Address(uri),
                callers);
    }

    private static List<AuditLogPageView.Detail> details(ScimObject details) {
        List<AuditLogPageView.Detail> list = new ArrayList<>();
        details.forEach((name, value) -> list.add(new AuditLogPageView.Detail(
                name, name.equals(Changes.MEMBER) ? Changes.lines(details) : JsonText.print(value))));
        return list;
    }

    private static List<String> values(String parameter) {
        String text = parameter.strip();
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
