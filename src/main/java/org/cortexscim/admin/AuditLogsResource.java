package org.cortexscim.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.cortexscim.access.Requires;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.audit.AuditPage;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;

/** The audit log, the newest entry first. */
@Path("/audit-logs")
@RequestScoped
@Requires(Permission.VIEW_AUDIT_LOGS)
@Produces(MediaType.APPLICATION_JSON)
public class AuditLogsResource {
    @Inject
    private AuditLog log;

    /**
     * A page of entries.
     *
     * @param page from 0
     * @param pageSize from 1 to 1000
     */
    @GET
    public String list(
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("pageSize") @DefaultValue("250") String pageSize) {
        AuditPage found = log.page(PageParameters.page(page), PageParameters.size(pageSize));
        ScimObject body = ScimObject.of(
                        "logs",
                        found.entries().stream()
                                .map(AuditLogsResource::document)
                                .toList())
                .with("page", BigDecimal.valueOf(found.page()))
                .with("total", BigDecimal.valueOf(found.total()))
                .with("totalPages", BigDecimal.valueOf(found.totalPages()));
        return JsonText.print(body);
    }

    private static ScimObject document(AuditEntry entry) {
        return ScimObject.of("id", entry.id())
                .with("timestamp", entry.occurred().toString())
                .with("action", entry.action())
                .with("objectType", entry.objectType())
                .with("objectIdentifier", entry.objectIdentifier())
                .with("objectId", entry.objectId().orElse(null))
                .with("actorType", entry.actorType())
                .with("actorIdentifier", entry.actorIdentifier().orElse(null))
                .with("ipAddress", entry.ipAddress().orElse(null))
                .with("requestId", entry.requestId().orElse(null))
                .with("details", entry.details());
    }
}
