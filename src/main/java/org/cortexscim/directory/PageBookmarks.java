package org.cortexscim.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Remembers with which user a page ended, so that the next page of the same walk continues behind that user: users
 * deleted meanwhile shift nobody past the reader, and no page is found by counting over the ones before it. A walk that
 * arrives without a bookmark (another node, a pause) is answered by its index.
 */
@ApplicationScoped
class PageBookmarks {
    private final Cache<Place, String> lastIds = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Place(String walker, Optional<String> filter, int startIndex) {}

    /** The id of the user behind whom the wanted page begins. */
    Optional<String> before(UserQuery query) {
        return Optional.ofNullable(lastIds.getIfPresent(new Place(query.walker(), query.filter(), query.startIndex())));
    }

    void remember(UserQuery query, List<User> page) {
        if (!page.isEmpty()) {
            Place next = new Place(query.walker(), query.filter(), query.startIndex() + page.size());
            lastIds.put(next, page.get(page.size() - 1).id());
        }
    }
}
