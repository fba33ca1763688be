package org.cortexscim.access.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The times before expiry at which a warning is due, shortest first. */
public enum ExpiryWindow {
    DAY(1),
    WEEK(7),
    TWENTY_DAYS(20);

    private final int days;

    ExpiryWindow(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** Such as {@code 7d}. */
    public String text() {
        return days + "d";
    }

    /** The end of a window that begins now. */
    Instant from(Instant now) {
        return now.plus(Duration.ofDays(days));
    }

    /** The shortest window that a key's end lies in; empty when that is further away, or over. */
    public static Optional<ExpiryWindow> of(Instant end, Instant now) {
        return Arrays.stream(values())
                .filter(window -> end.isAfter(now) && !end.isAfter(window.from(now)))
                .findFirst();
    }
}
