package org.cortexscim.scim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A page of a search (RFC 7644 §3.4.2, RFC 9865 §2).
 *
 * @param totalResults how many resources match in all
 * @param startIndex the 1-based index of the first resource of this page; empty when it was asked for by a cursor
 * @param resources this page; {@code itemsPerPage} is its size
 * @param previousCursor leads to the page before this one
 * @param nextCursor leads to the page after this one
 */
public record ListResponse(
        long totalResults,
        Optional<Integer> startIndex,
        List<ScimObject> resources,
        Optional<String> previousCursor,
        Optional<String> nextCursor) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** Every resource of a small collection, on one page. */
    public static ListResponse all(List<ScimObject> resources) {
        return new ListResponse(resources.size(), Optional.of(1), resources, Optional.empty(), Optional.empty());
    }

    public ScimObject document() {
        ScimObject document =
                ScimObject.of("schemas", List.of(SCHEMA)).with("totalResults", BigDecimal.valueOf(totalResults));
        startIndex.ifPresent(index -> document.put("startIndex", BigDecimal.valueOf(index)));
        document.put("itemsPerPage", BigDecimal.valueOf(resources.size()));
        previousCursor.ifPresent(cursor -> document.put("previousCursor", cursor));
        nextCursor.ifPresent(cursor -> document.put("nextCursor", cursor));
        return document.with("Resources", resources);
    }
}
