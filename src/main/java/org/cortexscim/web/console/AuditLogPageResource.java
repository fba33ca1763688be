package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.audit.AuditCriterion;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditExport;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.audit.AuditPage;
import org.cortexscim.audit.ExportFormat;
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
    private AuditExport export;

    @Inject
    private Clock clock;

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
        AuditPage found = log.page(filter(about, action, objectType), page.value(), Pager.SIZE);
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

    /** All entries that the filter of the page selects, as a file. */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(
            @QueryParam("about") @DefaultValue("") String about,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("objectType") @DefaultValue("") String objectType,
            @QueryParam("format") @DefaultValue("csv") String format) {
        AuditFilter filter = filter(about, action, objectType);
        ExportFormat wanted = ExportFormat.named(format);
        StreamingOutput file = out -> export.write(filter, wanted, out);
        return Response.ok(file, wanted.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition(clock.instant()))
                .build();
    }

    private static AuditFilter filter(String about, String action, String objectType) {
        return AuditFilter.ALL
                .with(AuditCriterion.OBJECT_IDENTIFIERS, values(about))
                .with(AuditCriterion.ACTIONS, values(action))
                .with(AuditCriterion.OBJECT_TYPES, values(objectType));
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
