package org.cortexscim.web.console;

import jakarta.ws.rs.core.UriInfo;

/** The address of a page with its filter, from which links differ by what is open. */
public record Address(UriInfo uri) {
    /** The same page with one of its items open. */
    public String open(String id) {
        return uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("open", id)
                .build()
                .toString();
    }

    /** The same page with nothing open. */
    public String closed() {
        return uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("open")
                .build()
                .toString();
    }
}
