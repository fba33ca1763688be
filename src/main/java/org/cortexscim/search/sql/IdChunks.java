package org.cortexscim.search.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Sets of ids for statements: split into chunks, and each chunk filled up to a power of two by its last id, so
 * that a database sees few different statements and keeps their plans.
 */
public final class IdChunks {
    /** The maximum number of ids in one statement. */
    static final int SIZE = 512;

    private IdChunks() {}

    public static List<List<String>> of(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += SIZE) {
            chunks.add(filled(all.subList(start, Math.min(all.size(), start + SIZE))));
        }
        return chunks;
    }

    /** The condition that the column holds one of the ids of a chunk. */
    public static SqlCondition in(String column, List<String> chunk) {
        String marks = String.join(", ", Collections.nCopies(chunk.size(), "?"));
        return SqlCondition.of(column + " in (" + marks + ")", chunk.toArray());
    }

    private static List<String> filled(List<String> ids) {
        int size = Integer.highestOneBit(ids.size()) == ids.size() ? ids.size() : Integer.highestOneBit(ids.size()) * 2;
        List<String> filled = new ArrayList<>(ids);
        filled.addAll(Collections.nCopies(size - ids.size(), ids.get(ids.size() - 1)));
        return filled;
    }
}
