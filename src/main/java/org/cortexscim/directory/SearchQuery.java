package org.cortexscim.directory;

import java.util.Optional;

/**
 * What a list request asks for (RFC 7644 §3.4.2.4).
 *
 * @param filter the filter's text
 * @param startIndex 1-based index of the first resource wanted; less means 1
 * @param count how many resources at most; less than 0 means none, more than {@value #MAX_COUNT} means that many
 * @param walker who asks: the pages of one walk follow each other
 */
public record SearchQuery(Optional<String> filter, int startIndex, int count, String walker) {
    public static final int DEFAULT_COUNT = 100;
    public static final int MAX_COUNT = 1000;

    public SearchQuery {
        startIndex = Math.max(1, startIndex);
        count = Math.max(0, Math.min(MAX_COUNT, count));
    }
}
