package org.cortexscim.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The part of a list that a request asks for. */
public class PageParameters {
    private static final int MAX_SIZE = 1000;

    @QueryParam("page")
    @DefaultValue("0")
    @Parameter(description = "The page number, from 0.")
    private String page = "";

    @QueryParam("pageSize")
    @DefaultValue("250")
    @Parameter(description = "The page size, from 1 to 1000.")
    private String pageSize = "";

    /**
     * The page number, from 0.
     *
     * @throws ScimException invalidValue
     */
    int number() {
        return number("page", page, 0, Integer.MAX_VALUE);
    }

    /**
     * The number of items on a page, from 1 to 1000.
     *
     * @throws ScimException invalidValue
     */
    int size() {
        return number("pageSize", pageSize, 1, MAX_SIZE);
    }

    /** The number of pages that so many items have. */
    long count(long total) {
        return (total + size() - 1) / size();
    }

    private static int number(String name, String text, int least, int most) {
        boolean number = text.matches("[0-9]{1,10}");
        if (!number || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw ScimException.invalidValue("'%s' must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return Integer.parseInt(text);
    }
}
