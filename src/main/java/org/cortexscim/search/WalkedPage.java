package org.cortexscim.search;

import java.util.Optional;

/**
 * A page that was read, as far as bookmarks have to know.
 *
 * @param begin the bookmark that it continued from
 * @param end where the next page begins; empty for the last one
 */
record WalkedPage(Optional<Begin> begin, Optional<End> end) {
    /**
     * A bookmark that was followed.
     *
     * @param version another one since then is of another walk, which has not followed it
     */
    record Begin(String place, long version) {}

    /** The bookmark that the page leaves. */
    record End(Place next, Ordering ordering, Position last) {}
}
