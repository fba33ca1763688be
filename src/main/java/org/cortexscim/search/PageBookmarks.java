package org.cortexscim.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers the resource that ended a page, so that the next page of the same walk continues after it: a resource
 * deleted in the meantime makes the reader miss nothing, and no page is found by counting earlier ones. A walk that
 * arrives without a bookmark (another node, a pause) is answered by its index.
 */
@ApplicationScoped
class PageBookmarks {
    private final Cache<Place, Bookmark> bookmarks = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    /** The list that is walked, in pages of one size, and the 1-based index that the walk has reached. */
    record Place(
            String kinds,
            String walker,
            Optional<String> filter,
            Optional<SearchQuery.Sort> sort,
            int count,
            int startIndex) {
        static Place of(Scope<?> scope, SearchQuery query, int startIndex) {
            return new Place(scope.names(), query.walker(), query.filter(), query.sort(), query.count(), startIndex);
        }
    }

    /**
     * The end of a page.
     *
     * @param followed whether the next page has been asked for since
     */
    private record Bookmark(Position last, boolean followed) {}

    /** The position behind which the page at that place begins. */
    Optional<Position> before(Place place) {
        Bookmark bookmark =
                bookmarks.asMap().computeIfPresent(place, (wanted, found) -> new Bookmark(found.last(), true));
        return Optional.ofNullable(bookmark).map(Bookmark::last);
    }

    /**
     * Notes where the page before that place ended. Of two walks that wait at the same place, the one further behind
     * decides: it must not miss a resource.
     */
    void remember(Place next, Ordering ordering, Position last) {
        bookmarks
                .asMap()
                .merge(
                        next,
                        new Bookmark(last, false),
                        (old, now) ->
                                old.followed() ? now : new Bookmark(ordering.first(old.last(), now.last()), false));
    }
}
