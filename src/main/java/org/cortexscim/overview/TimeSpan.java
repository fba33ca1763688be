package org.cortexscim.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how long a time is, as people do: in its largest unit; and when something was. */
public final class TimeSpan {
    private static final int HOURS_UP_TO = 48;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private TimeSpan() {}

    /** Such as {@code 24 Nov 09:12 UTC}. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Such as {@code 1 minute}, {@code 26 hours} or {@code 3 days}; less than a minute is {@code less than a minute}. */
    public static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return "less than a minute";
        }
        if (time.toHours() < 1) {
            return count(time.toMinutes(), "minute");
        }
        return time.toHours() < HOURS_UP_TO ? count(time.toHours(), "hour") : count(time.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
