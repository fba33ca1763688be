package org.cortexscim.web.console;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** The address of a page with its filter, from which links differ by the part of the list and by what is open. */
public record Address(UriInfo uri) {
    private static final String OPEN = "open";
    private static final String PAGE = "page";

    /** The same page with one of its items open. */
    public String open(String id) {
        return without(Set.of(OPEN)).queryParam(OPEN, id).build().toString();
    }

    /** The same page with nothing open. */
    public String closed() {
        return without(Set.of(OPEN)).build().toString();
    }

    /** Another part of the list, with nothing open. */
    String part(int page) {
        return without(Set.of(OPEN, PAGE)).queryParam(PAGE, page).build().toString();
    }

    private UriBuilder without(Set<String> parameters) {
        UriBuilder address = UriBuilder.fromPath(uri.getBaseUri().getRawPath()).path(uri.getPath(false));
        uri.getQueryParameters(false).forEach((name, values) -> {
            if (!parameters.contains(name)) {
                address.queryParam(name, values.toArray());
            }
        });
        return address;
    }
}
