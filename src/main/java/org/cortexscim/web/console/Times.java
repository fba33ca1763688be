package org.cortexscim.web.console;

import java.time.Instant;

/** Times as pages show them. */
public final class Times {
    private Times() {}

    /** In UTC to the second, such as {@code 2027-01-31 23:59:59}. */
    public static String shown(Instant time) {
        return time.toString().substring(0, 19).replace('T', ' ');
    }
}
