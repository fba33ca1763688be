package org.cortexscim.search;

import java.util.Optional;

/**
 * The parameters of a list request (RFC 7644 §3.4.2, RFC 9865 §2).
 *
 * @param filter the filter's text
 * @param count how many resources at most; less than 0 means none, more than {@value #MAX_COUNT} means that many
 * @param walker the caller: the pages of one walk follow each other
 * @param inUrl whether the filter was in a URL, which ends up in logs
 */
public record SearchQuery(
        Optional<String> filter, Optional<Sort> sort, Start start, int count, String walker, boolean inUrl) {
    public static final int DEFAULT_COUNT = 100;
    public static final int MAX_COUNT = 1000;

    public SearchQuery {
        count = Math.max(0, Math.min(MAX_COUNT, count));
    }

    /** The attribute that the list is sorted by; without one, it is sorted by id. */
    public record Sort(String attribute, boolean descending) {}

    /** The start of the requested page. */
    public sealed interface Start {
        /** Whether a page must not be shorter than its count. */
        default boolean whole() {
            return false;
        }
    }

    /**
     * At a place counted from the list's beginning.
     *
     * @param startIndex 1-based; less means 1
     * @param whole whether a page that is too large for an answer is refused instead of shortened: its reader counts pages
     */
    public record Index(int startIndex, boolean whole) implements Start {
        public Index {
            startIndex = Math.max(1, startIndex);
        }

        public Index(int startIndex) {
            this(startIndex, false);
        }

        int passed() {
            return startIndex - 1;
        }
    }

    /**
     * A start given by the cursor of an earlier page.
     *
     * @param text empty for the first page
     */
    public record Cursor(String text) implements Start {}
}
