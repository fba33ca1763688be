package org.cortexscim.search;

/**
 * The end of a page, where the next page of the same walk continues.
 *
 * @param followed whether the next page has been asked for since
 */
record Bookmark(Position last, boolean followed) {
    static final int MAX_KEPT = 10_000;
    static final int LIFETIME_SECONDS = 120;

    /** The bookmark of a page that has just been read. */
    static Bookmark behind(Position last) {
        return new Bookmark(last, false);
    }

    Bookmark follow() {
        return new Bookmark(last, true);
    }

    /**
     * The bookmark after another walk has come to the same place. Of two walks that wait there, the one further behind
     * decides: it must not miss a resource.
     */
    Bookmark joinedBy(Position other, Ordering ordering) {
        return behind(followed ? other : ordering.first(last, other));
    }
}
