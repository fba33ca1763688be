package org.cortexscim.access.requests;

import org.cortexscim.scim.ScimException;

/** The HTTP statuses to show: one, such as 403, or a class of them, such as all from 400 to 499. */
public record Statuses(int first, int last) {
    /** Those of requests that were refused or failed. */
    public static final Statuses ERRORS = new Statuses(LoggedRequest.FIRST_FAILURE, 599);

    /**
     * The statuses that a parameter names.
     *
     * @param text a status such as {@code 403}, or a class such as {@code 4xx}
     * @throws ScimException invalidValue when it is neither
     */
    public static Statuses named(String text) {
        if (text.matches("[2-5][0-9]{2}")) {
            int status = Integer.parseInt(text);
            return new Statuses(status, status);
        }
        if (text.matches("[2-5](xx|XX)")) {
            int first = 100 * (text.charAt(0) - '0');
            return new Statuses(first, first + 99);
        }
        throw ScimException.invalidValue(
                "'status' must be a number from 200 to 599, or a class of them: 2xx, 3xx, 4xx or 5xx.");
    }

    /** Whether they are statuses of requests that were refused or failed. */
    boolean failed() {
        return first >= LoggedRequest.FIRST_FAILURE;
    }
}
