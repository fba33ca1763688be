package org.cortexscim.search;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One page of a search.
 *
 * @param total how many resources match in all
 * @param startIndex the place of the first resource, from 1; empty when the page was asked for by a cursor
 * @param previousCursor leads to the page before this one; empty on the first page
 * @param nextCursor leads to the page after this one; empty on the last page
 */
public record SearchPage<T>(
        long total,
        Optional<Integer> startIndex,
        List<T> resources,
        Optional<String> previousCursor,
        Optional<String> nextCursor) {
    public SearchPage {
        resources = List.copyOf(resources);
    }

    /** A page that begins at that place of the list. */
    public static <T> SearchPage<T> at(int startIndex, long total, List<T> resources) {
        return new SearchPage<>(total, Optional.of(startIndex), resources, Optional.empty(), Optional.empty());
    }

    /** This page with something added to its resources. */
    public SearchPage<T> map(UnaryOperator<List<T>> change) {
        return new SearchPage<>(total, startIndex, change.apply(resources), previousCursor, nextCursor);
    }
}
