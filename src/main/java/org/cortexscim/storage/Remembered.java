package org.cortexscim.storage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something in the database that requests read all the time: read anew about once a second, or when it is forgotten.
 *
 * <p>Nobody waits for somebody else's reading. A reader may be waiting for one of the few connections, and whoever has them
 * may need the value to go on.
 */
public final class Remembered<T> {
    /** The time after which a change made on another node holds here. */
    public static final Duration FRESHNESS = Duration.ofSeconds(1);

    /** From this age on one of those who ask reads anew, so that the others have a value that is fresh enough. */
    private static final Duration RENEWAL = FRESHNESS.dividedBy(2);

    private final Supplier<T> read;
    private final LongSupplier nanoTime;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private @Nullable Reading<T> latest;
    private long forgotten;

    /** What was read, from a moment on: a change that came later may not be in it. */
    private record Reading<T>(T value, long begun) {
        boolean isYoungerThan(Duration age, long now) {
            return now - begun < age.toNanos();
        }
    }

    public Remembered(Supplier<T> read) {
        this(read, System::nanoTime);
    }

    Remembered(Supplier<T> read, LongSupplier nanoTime) {
        this.read = read;
        this.nanoTime = nanoTime;
    }

    /** What was read last; at most a second old. */
    public T current() {
        Reading<T> reading = latest();
        long now = nanoTime.getAsLong();
        if (reading == null || !reading.isYoungerThan(FRESHNESS, now)) {
            return readAnew();
        }
        if (reading.isYoungerThan(RENEWAL, now) || !renewing.compareAndSet(false, true)) {
            return reading.value();
        }
        try {
            return readAnew();
        } finally {
            renewing.set(false);
        }
    }

    private T readAnew() {
        long before = forgotten();
        long begun = nanoTime.getAsLong();
        T value = read.get();
        keep(new Reading<>(value, begun), before);
        return value;
    }

    private synchronized @Nullable Reading<T> latest() {
        return latest;
    }

    private synchronized long forgotten() {
        return forgotten;
    }

    /** Unless it has been forgotten since the reading began, or somebody who began later was faster. */
    private synchronized void keep(Reading<T> reading, long before) {
        if (before == forgotten && (latest == null || latest.begun() - reading.begun() < 0)) {
            latest = reading;
        }
    }

    /** Takes what has just been read in place of what readers that began earlier may still put here. */
    public synchronized void replace(T value) {
        forgotten++;
        latest = new Reading<>(value, nanoTime.getAsLong());
    }

    /** To be called after a change on this node, which holds at once. */
    public synchronized void forget() {
        forgotten++;
        latest = null;
    }
}
