package org.cortexscim.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.requests.LoggedRequestQuery;
import org.cortexscim.access.requests.Statuses;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that select logged requests; times are those of {@link AuditQuery}. */
public class RequestQuery {
    private static final List<String> NAMES =
            List.of("status", "caller", "address", "resourceId", "startTime", "endTime");

    @Context
    private UriInfo uri;

    @QueryParam("status")
    @DefaultValue("")
    @Parameter(description = "The status, such as 403, or the class of statuses, such as 4xx.", example = "4xx")
    private String status = "";

    @QueryParam("caller")
    @DefaultValue("")
    @Parameter(description = "The cid of the API key, or the name in the token.", example = "akbootstrap")
    private String caller = "";

    @QueryParam("address")
    @DefaultValue("")
    @Parameter(description = "The address that the requests came from, as the log has it.", example = "203.0.113.7")
    private String address = "";

    @QueryParam("resourceId")
    @DefaultValue("")
    @Parameter(
            description = "The id of the user or group that the requests were about.",
            example = "01a21b5d-0c4e-7b1f-8a55-2d9e6f3c4b17")
    private String resourceId = "";

    @QueryParam("startTime")
    @DefaultValue("")
    @Parameter(
            description = "The start, inclusive: a date, or a date and time; in UTC if it has no offset.",
            example = "2026-11-24T08:00:00Z")
    private String startTime = "";

    @QueryParam("endTime")
    @DefaultValue("")
    @Parameter(
            description = "The end, exclusive: a date, or a date and time; in UTC if it has no offset.",
            example = "2026-11-25")
    private String endTime = "";

    /**
     * The query that the parameters describe.
     *
     * @throws ScimException invalidValue for a value that one of them cannot have, and for an unknown parameter
     */
    LoggedRequestQuery query() {
        KnownParameters.requireOnly(uri, NAMES, "page", "pageSize");
        return new LoggedRequestQuery(
                text(status).map(Statuses::named),
                text(caller),
                text(address),
                text(resourceId),
                TimeParameter.read("startTime", startTime),
                TimeParameter.read("endTime", endTime));
    }

    private static Optional<String> text(String parameter) {
        return Optional.of(parameter).filter(value -> !value.isEmpty());
    }
}
