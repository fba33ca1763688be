package org.cortexscim.search;

import java.util.Optional;

/** Where bookmarks are kept, for {@value Bookmark#LIFETIME_SECONDS} seconds each. */
interface Bookmarks {
    /** The position behind which the page at that place begins; the place counts as followed from now on. */
    Optional<Position> before(Place place);

    /** Notes where the page before that place ended. */
    void remember(Place next, Ordering ordering, Position last);

    /** Deletes those that have expired, and the oldest of those that are too many. */
    void forgetOld();
}
