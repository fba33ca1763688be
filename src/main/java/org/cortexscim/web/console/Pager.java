package org.cortexscim.web.console;

import jakarta.ws.rs.core.UriInfo;
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

    static Pager of(UriInfo uri, int page, long total) {
        long pages = (total + SIZE - 1) / SIZE;
        return new Pager(
                page,
                pages,
                total,
                page > 0 ? Optional.of(address(uri, page - 1)) : Optional.empty(),
                page + 1L < pages ? Optional.of(address(uri, page + 1)) : Optional.empty());
    }

    private static String address(UriInfo uri, int page) {
        return uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("page", page)
                .replaceQueryParam("open")
                .build()
                .toString();
    }
}
