package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cortexscim.json.JsonText;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Seal;

/**
 * The bookmarks of all nodes, in the database. They are read in the transaction that reads the page and written after it
 * ({@link BookmarkWriter}). No node keeps a copy: another one may just have continued the walk, or begun a second one.
 */
@ApplicationScoped
class SharedBookmarks implements Bookmarks {
    @Inject
    private BookmarkStore store;

    @Inject
    private WalkedPages pages;

    @Inject
    private Seal seal;

    @Inject
    private Clock clock;

    @Override
    public Optional<Position> before(Place place) {
        Optional<BookmarkEntity> found = store.find(place.digest()).filter(this::isAlive);
        Optional<Bookmark> bookmark = found.flatMap(entity -> read(entity, place));
        pages.begin(
                bookmark.flatMap(known -> found).map(entity -> new WalkedPage.Begin(entity.place(), entity.version())));
        return bookmark.map(Bookmark::last);
    }

    @Override
    public void remember(Place next, Ordering ordering, Position last) {
        pages.end(new WalkedPage.End(next, ordering, last));
    }

    /** Writes what a page has to leave, in a transaction of its own. */
    @InTransaction
    void write(WalkedPage page) {
        long expires = clock.millis() + TimeUnit.SECONDS.toMillis(Bookmark.LIFETIME_SECONDS);
        page.begin().ifPresent(begin -> store.follow(begin.place(), begin.version(), expires));
        page.end().ifPresent(end -> write(end, expires));
    }

    private void write(WalkedPage.End end, long expires) {
        Place place = end.next();
        Optional<BookmarkEntity> found = store.find(place.digest());
        Bookmark bookmark = found.filter(this::isAlive)
                .flatMap(entity -> read(entity, place))
                .map(old -> old.joinedBy(end.last(), end.ordering()))
                .orElseGet(() -> Bookmark.behind(end.last()));
        String position = seal.close(JsonText.print(bookmark.last().fields()), place.bytes());
        found.ifPresentOrElse(
                entity -> entity.replace(position, expires),
                () -> store.insert(new BookmarkEntity(place.digest(), position, expires)));
    }

    @Override
    @InTransaction
    public void forgetOld() {
        store.deleteUntil(Math.max(clock.millis(), store.expiryBeyond(Bookmark.MAX_KEPT)));
    }

    private boolean isAlive(BookmarkEntity entity) {
        return entity.expires() > clock.millis();
    }

    private Optional<Bookmark> read(BookmarkEntity entity, Place place) {
        return seal.open(entity.position(), place.bytes())
                .map(JsonText::parseObject)
                .map(fields -> new Bookmark(Position.of(fields), entity.isFollowed()));
    }
}
