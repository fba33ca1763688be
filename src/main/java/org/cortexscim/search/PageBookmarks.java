package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.cortexscim.storage.Database;

/**
 * Remembers the resource that ended a page, so that the next page of the same walk continues after it: a resource
 * deleted in the meantime makes the reader miss nothing, and no page is found by counting earlier ones. A walk that
 * arrives without a bookmark (after a pause) is answered by its index. See docs/decisions/0004.
 *
 * <p>Any node can answer the next page, so bookmarks are in the database. Embedded Derby has one node only, and each
 * writer would wait for the others there: its bookmarks are in memory.
 */
@ApplicationScoped
class PageBookmarks {
    @Inject
    private Database database;

    @Inject
    private LocalBookmarks local;

    @Inject
    private SharedBookmarks shared;

    /** The position behind which the page at that place begins; a first page begins behind none. */
    Optional<Position> before(Place place) {
        return place.startIndex() == 1 ? Optional.empty() : bookmarks().before(place);
    }

    /** Notes where the page before that place ended. */
    void remember(Place next, Ordering ordering, Position last) {
        bookmarks().remember(next, ordering, last);
    }

    void forgetOld() {
        bookmarks().forgetOld();
    }

    private Bookmarks bookmarks() {
        return database.isEmbedded() ? local : shared;
    }
}
