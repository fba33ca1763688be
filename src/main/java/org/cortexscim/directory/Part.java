package org.cortexscim.directory;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is too long to be counted.
 *
 * @param hasNext whether the list goes on
 */
public record Part<T>(List<T> items, boolean hasNext) {
    public Part {
        items = List.copyOf(items);
    }

    /** Reads some elements of a list. */
    @FunctionalInterface
    interface Reader<T> {
        List<T> read(int offset, int count);
    }

    /** Reads a page, and whether one more element follows. */
    static <T> Part<T> read(int page, int pageSize, Reader<T> reader) {
        int offset = (int) Math.min((long) page * pageSize, Integer.MAX_VALUE - pageSize - 1L);
        List<T> found = reader.read(offset, pageSize + 1);
        return new Part<>(found.subList(0, Math.min(pageSize, found.size())), found.size() > pageSize);
    }

    <R> Part<R> map(Function<List<T>, List<R>> others) {
        return new Part<>(others.apply(items), hasNext);
    }
}
