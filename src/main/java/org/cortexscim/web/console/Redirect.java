package org.cortexscim.web.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Leads the browser to another page. The address has no host, so that it is right behind any proxy. */
final class Redirect {
    private Redirect() {}

    static Response.ResponseBuilder to(String address) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, address);
    }
}
