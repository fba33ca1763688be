package org.cortexscim.scim;

import java.math.BigDecimal;
import java.util.List;

/**
 * A page of a search (RFC 7644 §3.4.2).
 *
 * @param totalResults how many resources match in all
 * @param startIndex the 1-based index of the first resource of this page
 * @param resources this page; {@code itemsPerPage} is its size
 */
public record ListResponse(long totalResults, long startIndex, List<ScimObject> resources) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** Every resource of a small collection, on one page. */
    public static ListResponse all(List<ScimObject> resources) {
        return new ListResponse(resources.size(), 1, resources);
    }

    public ScimObject document() {
        return ScimObject.of("schemas", List.of(SCHEMA))
                .with("totalResults", BigDecimal.valueOf(totalResults))
                .with("startIndex", BigDecimal.valueOf(startIndex))
                .with("itemsPerPage", BigDecimal.valueOf(resources.size()))
                .with("Resources", resources);
    }
}
