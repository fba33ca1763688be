package org.cortexscim.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.cortexscim.capacity.Work;

/**
 * Entries in an answer, read part by part while the answer is written: a page of large ones has any size, and the memory
 * holds one part of it. An entry that is deleted meanwhile, for its age, is left out.
 */
final class AuditEntries implements Iterable<AuditEntry> {
    private final Part first;
    private final Function<List<AuditStore.Size>, Part> read;

    /**
     * Some entries that fit into memory, and what comes after them.
     *
     * @param rest the entries of the page that have not been read
     */
    record Part(List<AuditEntry> entries, List<AuditStore.Size> rest) {}

    /**
     * The entries that begin with a part.
     *
     * @param read reads the first of the entries that are left
     */
    AuditEntries(Part first, Function<List<AuditStore.Size>, Part> read) {
        this.first = first;
        this.read = read;
    }

    @Override
    public Iterator<AuditEntry> iterator() {
        return new Iterator<>() {
            private Iterator<AuditEntry> entries = first.entries().iterator();
            private List<AuditStore.Size> rest = first.rest();

            @Override
            public boolean hasNext() {
                while (!entries.hasNext() && !rest.isEmpty()) {
                    Work.current().beginPart();
                    Part next = read.apply(rest);
                    entries = next.entries().iterator();
                    rest = next.rest();
                }
                return entries.hasNext();
            }

            @Override
            public AuditEntry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return entries.next();
            }
        };
    }
}
