package org.cortexscim.web.console;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

/** The address of a page with its filter, from which links differ by the part of the list and by what is open. */
public record Address(UriInfo uri) {
    /** The same page with one of its items open. */
    public String open(String id) {
        return closing().queryParam("open", id).build().toString();
    }

    /** The same page with nothing open. */
    public String closed() {
        return closing().build().toString();
    }

    /** Another part of the list, with nothing open. */
    String part(int page) {
        return closing().replaceQueryParam("page", page).build().toString();
    }

    private UriBuilder closing() {
        return uri.getRequestUriBuilder().scheme(null).host(null).port(-1).replaceQueryParam("open");
    }
}
