package org.cortexscim.web.console;

import java.util.Optional;

/**
 * The place in a long list.
 *
 * @param page from 0
 * @param total of the items
 * @param previous the address of the page before
 * @param next the address of the page after
 */
public record Pager(int page, long pages, long total, Optional<String> previous, Optional<String> next) {
    static final int SIZE = 50;

    static Pager of(Address address, int page, long total) {
        long pages = (total + SIZE - 1) / SIZE;
        return new Pager(
                page,
                pages,
                total,
                page > 0 ? Optional.of(address.part(page - 1)) : Optional.empty(),
                page + 1L < pages ? Optional.of(address.part(page + 1)) : Optional.empty());
    }
}
