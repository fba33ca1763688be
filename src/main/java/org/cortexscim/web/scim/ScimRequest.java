package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.address.PublicUrl;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.patch.GroupPatch;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.UrlNormalizer;

/** The parts of a request that every SCIM resource needs: its parameters, and the URL of the service. */
@RequestScoped
public class ScimRequest {
    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentCaller caller;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private PublicUrl url;

    /** The service's base URL without a slash at the end, such as {@code https://host/scim/v2}. */
    public String baseUrl() {
        return url.root() + "/scim/v2";
    }

    /** The request's id, as in the answer's X-Request-Id. */
    public String id() {
        return caller.requestId();
    }

    QueryString query() {
        return new QueryString(UrlNormalizer.query(request));
    }

    /** The search that the URL of a list request describes. */
    SearchParameters parameters() {
        return SearchParameters.of(query());
    }

    /** The search that a body describes, read according to the workspace's settings. */
    SearchParameters parameters(ScimObject sent) {
        return SearchParameters.of(sent, settings.current().conformance());
    }

    /** Which versions of the resource the request is for. */
    Precondition precondition() {
        return new Precondition(list(HttpHeaders.IF_MATCH), list(HttpHeaders.IF_NONE_MATCH));
    }

    /** A header's list, which may be spread over several lines; empty when there is none. */
    private Optional<String> list(String header) {
        List<String> lines = Collections.list(request.getHeaders(header));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** The operations of a PATCH body, read according to the workspace's settings. */
    public List<PatchOperation> operations(ScimObject body) {
        return PatchOperation.parse(body, settings.current().conformance());
    }

    /** The operations of a PATCH body for a group. */
    public GroupPatch groupPatch(ScimObject body) {
        Conformance conformance = settings.current().conformance();
        Dialect dialect = Dialect.of(CoreSchemas.GROUP_TYPE, JsonText::findObject, conformance);
        return GroupPatch.of(dialect.operations(operations(body)), conformance);
    }

    /** The caller who walks through pages; pages of one caller follow each other. */
    String walker() {
        return caller.caller().map(Caller::identifier).orElse("");
    }

    /** The attributes that the response contains. */
    Projection projection(ResourceType type) {
        QueryString query = query();
        return Projection.of(
                type,
                query.text("attributes").orElse(null),
                query.text("excludedAttributes").orElse(null));
    }

    /**
     * Refuses a filter where nothing is filtered, lest the client takes the answer for a match (RFC 7644 §4).
     *
     * @throws ScimException 403
     */
    void requireNoFilter() {
        if (query().text("filter").isPresent()) {
            throw ScimException.forbidden("Discovery documents cannot be filtered; read them without a filter.");
        }
    }
}
