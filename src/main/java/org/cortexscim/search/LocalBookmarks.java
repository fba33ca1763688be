package org.cortexscim.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The bookmarks of a node that is the only one, in memory. */
@ApplicationScoped
class LocalBookmarks implements Bookmarks {
    private final Cache<Place, Bookmark> bookmarks = Caffeine.newBuilder()
            .maximumSize(Bookmark.MAX_KEPT)
            .expireAfterWrite(Duration.ofSeconds(Bookmark.LIFETIME_SECONDS))
            .build();

    @Override
    public Optional<Position> before(Place place) {
        Bookmark bookmark = bookmarks.asMap().computeIfPresent(place, (wanted, found) -> found.follow());
        return Optional.ofNullable(bookmark).map(Bookmark::last);
    }

    @Override
    public void remember(Place next, Ordering ordering, Position last) {
        bookmarks.asMap().merge(next, Bookmark.behind(last), (old, now) -> old.joinedBy(now.last(), ordering));
    }

    @Override
    public void forgetOld() {
        bookmarks.cleanUp();
    }
}
