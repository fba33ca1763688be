package org.cortexscim.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.directory.SearchQuery;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.ResourceType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every SCIM resource needs of a request: its parameters, and the URL that the service is reached by. */
@RequestScoped
public class ScimRequest {
    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentCaller caller;

    @Inject
    @ConfigProperty(name = "PUBLIC_URL")
    private Optional<String> publicUrl;

    /** The service's base URL without a slash at the end, such as {@code https://host/scim/v2}. */
    String baseUrl() {
        String origin = publicUrl.map(url -> url.replaceAll("/+$", "")).orElseGet(this::origin);
        return origin + request.getContextPath() + "/scim/v2";
    }

    QueryString query() {
        return new QueryString(request.getQueryString());
    }

    /** What a list request asks for. */
    SearchQuery search() {
        QueryString query = query();
        return new SearchQuery(
                query.text("filter"),
                query.number("startIndex", 1),
                query.number("count", SearchQuery.DEFAULT_COUNT),
                caller.caller().map(Caller::identifier).orElse(""));
    }

    /** The attributes that the answer shall carry. */
    Projection projection(ResourceType type) {
        QueryString query = query();
        return Projection.of(
                type,
                query.text("attributes").orElse(null),
                query.text("excludedAttributes").orElse(null));
    }

    private String origin() {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
