package org.cortexscim.directory;

import java.util.List;

/**
 * One page of a search.
 *
 * @param total how many resources match in all
 */
public record SearchPage<T>(long total, int startIndex, List<T> resources) {
    public SearchPage {
        resources = List.copyOf(resources);
    }

    SearchPage<T> with(List<T> others) {
        return new SearchPage<>(total, startIndex, others);
    }
}
