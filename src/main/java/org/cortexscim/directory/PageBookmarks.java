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
    private final Cache<Place, Bookmark> bookmarks = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Place(String type, String walker, Optional<String> filter, int startIndex) {}

    /**
     * Where a page ended.
     *
     * @param followed whether the next page has been asked for since
     */
    private record Bookmark(String lastId, boolean followed) {
        /** Of two walks that wait at the same place, the one that is behind decides: it must not miss anybody. */
        static Bookmark latest(Bookmark old, Bookmark now) {
            return !old.followed && old.lastId.compareTo(now.lastId) < 0 ? old : now;
        }
    }

    /** The id of the resource behind which the wanted page begins. */
    Optional<String> before(String type, SearchQuery query) {
        Place place = new Place(type, query.walker(), query.filter(), query.startIndex());
        Bookmark bookmark =
                bookmarks.asMap().computeIfPresent(place, (wanted, found) -> new Bookmark(found.lastId(), true));
        return Optional.ofNullable(bookmark).map(Bookmark::lastId);
    }

    /** Notes with which resource a page of that many ended. */
    void remember(String type, SearchQuery query, int size, String lastId) {
        Place next = new Place(type, query.walker(), query.filter(), query.startIndex() + size);
        bookmarks.asMap().merge(next, new Bookmark(lastId, false), Bookmark::latest);
    }
}
