package org.cortexscim.admin;

import org.cortexscim.scim.ScimException;

/** The {@code page} and {@code pageSize} of a list. */
final class PageParameters {
    private static final int MAX_SIZE = 1000;

    private PageParameters() {}

    /**
     * Which page, from 0.
     *
     * @throws ScimException invalidValue
     */
    static int page(String text) {
        return number("page", text, 0, Integer.MAX_VALUE);
    }

    /**
     * How many items a page has, from 1 to 1000.
     *
     * @throws ScimException invalidValue
     */
    static int size(String text) {
        return number("pageSize", text, 1, MAX_SIZE);
    }

    private static int number(String name, String text, int least, int most) {
        boolean number = text.matches("[0-9]{1,10}");
        if (!number || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw ScimException.invalidValue("'%s' must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return Integer.parseInt(text);
    }
}
