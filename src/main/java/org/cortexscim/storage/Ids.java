package org.cortexscim.storage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;

/** Ids of whatever this service makes: UUIDs of version 7 (RFC 9562 §5.7), which sort by the time of their making. */
public final class Ids {
    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** An id of something that happened at that time. */
    public static String at(Instant time) {
        return UuidCreator.getTimeOrderedEpoch(time).toString();
    }
}
