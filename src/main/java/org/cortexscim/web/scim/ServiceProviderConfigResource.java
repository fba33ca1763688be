package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.cortexscim.access.Requires;
import org.cortexscim.capacity.IncomingBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.search.Cursors;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;
import org.cortexscim.web.scim.bulk.BulkRequest;

/** /ServiceProviderConfig (RFC 7643 §5): what this service can do. */
@Path("/ServiceProviderConfig")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class ServiceProviderConfigResource {
    private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    @Inject
    private ScimRequest request;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Cursors cursors;

    @GET
    public Response get() {
        request.requireNoFilter();
        ScimObject config = ScimObject.of("schemas", List.of(URN))
                .with("patch", supported(true))
                .with(
                        "bulk",
                        supported(true)
                                .with("maxOperations", BigDecimal.valueOf(BulkRequest.MAX_OPERATIONS))
                                .with("maxPayloadSize", BigDecimal.valueOf(IncomingBody.MAX_BYTES)))
                .with("filter", supported(true).with("maxResults", BigDecimal.valueOf(SearchQuery.MAX_COUNT)))
                .with("changePassword", supported(false))
                .with("sort", supported(true))
                .with("etag", supported(true))
                .with("pagination", pagination())
                .with(
                        "authenticationSchemes",
                        List.of(
                                scheme(
                                        "oauthbearertoken",
                                        "API key",
                                        "The key as a bearer token, or on its own.",
                                        true),
                                scheme(
                                        "httpbasic",
                                        "HTTP Basic",
                                        "The key as the password, with any user name.",
                                        false)))
                .with("meta", new Discovery(request.baseUrl()).meta("ServiceProviderConfig", "/ServiceProviderConfig"));
        if (settings.current().conformsToInteropProfile()) {
            // Left out otherwise: the attribute is of a draft, and some clients refuse what they do not know.
            config.put("interopProfileConformant", true);
        }
        return OneResource.whole(config);
    }

    /** RFC 9865 §4. */
    private ScimObject pagination() {
        return ScimObject.of("cursor", true)
                .with("index", true)
                .with("defaultPaginationMethod", "index")
                .with("defaultPageSize", BigDecimal.valueOf(SearchQuery.DEFAULT_COUNT))
                .with("maxPageSize", BigDecimal.valueOf(SearchQuery.MAX_COUNT))
                .with("cursorTimeout", BigDecimal.valueOf(cursors.timeout().toSeconds()));
    }

    private static ScimObject supported(boolean supported) {
        return ScimObject.of("supported", supported);
    }

    private static ScimObject scheme(String type, String name, String description, boolean primary) {
        return ScimObject.of("type", type)
                .with("name", name)
                .with("description", description)
                .with("primary", primary);
    }
}
