package org.cortexscim.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers with which resource a page ended, so that the next page of the same walk continues behind it: what is
 * deleted meanwhile shifts nothing past the reader, and no page is found by counting over the ones before it. A walk that
 * arrives without a bookmark (another node, a pause) is answered by its index.
 */
@ApplicationScoped
class PageBookmarks {
    private final Cache<Place, String> lastIds = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Place(String type, String walker, Optional<String> filter, int startIndex) {}

    /** The id of the resource behind which the wanted page begins. */
    Optional<String> before(String type, SearchQuery query) {
        return Optional.ofNullable(
                lastIds.getIfPresent(new Place(type, query.walker(), query.filter(), query.startIndex())));
    }

    /** Notes with which resource a page of that many ended. */
    void remember(String type, SearchQuery query, int size, String lastId) {
        lastIds.put(new Place(type, query.walker(), query.filter(), query.startIndex() + size), lastId);
    }
}
