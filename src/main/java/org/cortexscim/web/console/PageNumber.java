package org.cortexscim.web.console;

/** The number of a page, from 0; what is not a number is the first page. */
public record PageNumber(int value) {
    /** As a query has it. */
    public static PageNumber valueOf(String text) {
        return new PageNumber(text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0);
    }
}
