package org.cortexscim.setup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them. */
final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as {@code 24 Nov 09:12 UTC}. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
