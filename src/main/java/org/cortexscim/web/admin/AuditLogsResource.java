package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.stream.StreamSupport;
import org.cortexscim.access.Requires;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditExport;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.audit.AuditPage;
import org.cortexscim.audit.ExportFormat;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The audit log, the newest entry first. It can only be read. */
@Path("/audit-logs")
@RequestScoped
@Requires(Permission.VIEW_AUDIT_LOGS)
@Produces(MediaType.APPLICATION_JSON)
public class AuditLogsResource {

    private static final String CSV = """
            timestamp,action,objectType,objectIdentifier,objectId,actorType,actorIdentifier,actorEmail,ipAddress,\
            requestId,id,details
            2026-11-24T08:15:30.123Z,UPDATE,USER,ada@example.com,01a21b5d-0c4e-7b1f-8a55-2d9e6f3c4b17,API_KEY,\
            akbootstrap,,192.0.2.10,01a21b5e-69f0-7d21-b3c4-8e7f6a5d4c3b,01a21b5e-6a1f-7c3a-9d43-5f0b7c1e2a90,\
            "{""event"":""DEACTIVATED""}"
            """;

    private static final String JSON_LINE = """
            {"id":"01a21b5e-6a1f-7c3a-9d43-5f0b7c1e2a90","timestamp":"2026-11-24T08:15:30.123Z",\
            "action":"UPDATE","objectType":"USER","objectIdentifier":"ada@example.com","actorType":"API_KEY",\
            "actorIdentifier":"akbootstrap","ipAddress":"192.0.2.10","details":{"event":"DEACTIVATED"}}""";

    @Inject
    private AuditLog log;

    @Inject
    private AuditExport export;

    @Inject
    private Clock clock;

    @Schema(name = "AuditLogPage")
    record Page(
            @Schema(implementation = AuditEntry.class, type = SchemaType.ARRAY)
            Iterable<ScimObject> logs,

            int page,
            long total,
            long totalPages) {}

    @GET
    @Operation(
            summary = "List audit log entries",
            description = "The newest first. An entry is listed if it matches every parameter, by any of its values;"
                    + " separate several values with commas, or repeat the parameter.")
    @APIResponse(responseCode = "200", description = "A page of entries, and how many there are in all.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or has an invalid value; the message lists the valid ones.")
    public Page list(@BeanParam AuditQuery query, @BeanParam PageParameters page) {
        AuditPage found = log.page(query.filter("page", "pageSize"), page.number(), page.size());
        return new Page(
                () -> StreamSupport.stream(found.entries().spliterator(), false)
                        .map(AuditEntry::document)
                        .iterator(),
                found.page(),
                found.total(),
                found.totalPages());
    }

    @GET
    @Path("{id: [0-9a-f-]{36}}")
    @Operation(summary = "Get an audit log entry", description = "One entry, with what was changed before and after.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = AuditEntry.class)))
    @APIResponse(responseCode = "404", description = "The entry does not exist, or no longer exists.")
    public ScimObject get(@Parameter(description = "The entry's id.") @PathParam("id") String id) {
        return log.get(id).document();
    }

    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Export audit log entries",
            description = "All entries that match the parameters, the newest first, as a file. In CSV, a cell that a"
                    + " spreadsheet would read as a formula has an apostrophe in front. If reading fails midway, the last"
                    + " line says EXPORT FAILED.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class), example = CSV),
                @Content(
                        mediaType = "application/jsonl",
                        schema = @Schema(implementation = String.class),
                        example = JSON_LINE)
            })
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown or has an invalid value; the message lists the valid ones.")
    public Response export(
            @BeanParam AuditQuery query,
            @Parameter(description = "csv, or jsonl for a JSON object in each line.")
                    @QueryParam("format")
                    @DefaultValue("csv")
                    String format) {
        AuditFilter filter = query.filter("format");
        ExportFormat wanted = ExportFormat.named(format);
        StreamingOutput file = out -> export.write(filter, wanted, out);
        return Response.ok(file, wanted.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition(clock.instant()))
                .build();
    }
}
