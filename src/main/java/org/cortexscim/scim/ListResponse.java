package org.cortexscim.scim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One page of a list (RFC 7644 §3.4.2, RFC 9865 §2).
 *
 * @param totalResults how many resources match in all
 * @param startIndex the 1-based index of the first resource of this page; empty when it was asked for by a cursor
 * @param resources this page; {@code itemsPerPage} is its size
 * @param previousCursor leads to the page before this one; empty on the first page
 * @param nextCursor leads to the page after this one; empty on the last page
 */
public record ListResponse<T>(
        long totalResults,
        Optional<Integer> startIndex,
        List<T> resources,
        Optional<String> previousCursor,
        Optional<String> nextCursor) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** Every resource of a small collection, on one page. */
    public static <T> ListResponse<T> all(List<T> resources) {
        return at(1, resources.size(), resources);
    }

    /** A page that begins at that place of the list. */
    public static <T> ListResponse<T> at(int startIndex, long totalResults, List<T> resources) {
        return new ListResponse<>(totalResults, Optional.of(startIndex), resources, Optional.empty(), Optional.empty());
    }

    /** This page with something added to its resources. */
    public ListResponse<T> map(UnaryOperator<List<T>> change) {
        return new ListResponse<>(totalResults, startIndex, change.apply(resources), previousCursor, nextCursor);
    }

    /** The page as the wire shows it. */
    public ScimObject document(Function<T, ScimObject> resource) {
        ScimObject document =
                ScimObject.of("schemas", List.of(SCHEMA)).with("totalResults", BigDecimal.valueOf(totalResults));
        startIndex.ifPresent(index -> document.put("startIndex", BigDecimal.valueOf(index)));
        document.put("itemsPerPage", BigDecimal.valueOf(resources.size()));
        previousCursor.ifPresent(cursor -> document.put("previousCursor", cursor));
        nextCursor.ifPresent(cursor -> document.put("nextCursor", cursor));
        return document.with("Resources", resources.stream().map(resource).toList());
    }
}
