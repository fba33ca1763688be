package org.cortexscim.web.scim.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.cortexscim.access.Requires;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;

/** /Bulk (RFC 7644 §3.7). */
@Path("/Bulk")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class BulkResource {
    private static final String RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    @Inject
    private BulkJob job;

    @Inject
    private WorkspaceSettings settings;

    @POST
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public ScimObject run(ScimObject sent) {
        List<ScimObject> results = job
                .run(BulkRequest.parse(sent, settings.current().conformance()))
                .stream()
                .map(BulkResult::document)
                .toList();
        return ScimObject.of("schemas", List.of(RESPONSE)).with("Operations", results);
    }
}
