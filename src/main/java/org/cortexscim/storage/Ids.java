package org.cortexscim.storage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids of whatever this service makes: UUIDs of version 7 (RFC 9562 §5.7), which sort by the time of their making. */
public final class Ids {
    private static final int ALMOST_A_MILLISECOND = 999_999;

    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** An id of something that happened at that time. */
    public static String at(Instant time) {
        return UuidCreator.getTimeOrderedEpoch(time).toString();
    }

    /** A bound: ids of what happened from that time on come after it, and all others before it. */
    public static String firstAt(Instant time) {
        // Ids have the time in milliseconds; what lies between two of them begins at the second.
        long millis = Math.max(0, time.plusNanos(ALMOST_A_MILLISECOND).toEpochMilli());
        return new UUID(millis << 16, 0).toString();
    }
}
