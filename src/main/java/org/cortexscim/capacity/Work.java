package org.cortexscim.capacity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The request that this thread answers: until when it may run, and what it holds of the service's capacity until its end.
 * A thread that answers no request, such as a timer's, has work without an end that holds nothing.
 */
public final class Work implements AutoCloseable {
    private static final Work UNBOUNDED = new Work(Duration.ofDays(365), System::nanoTime);
    private static final ThreadLocal<Work> CURRENT = ThreadLocal.withInitial(() -> UNBOUNDED);

    private final Duration limit;
    private final LongSupplier nanoTime;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final Deque<Runnable> heldForPart = new ArrayDeque<>();

    private long end;

    private Work(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    /** Begins the work of this thread; closing it gives back what it holds. */
    static Work begin(Duration limit, LongSupplier nanoTime) {
        Work work = new Work(limit, nanoTime);
        CURRENT.set(work);
        return work;
    }

    /** What this thread is doing. */
    public static Work current() {
        return CURRENT.get();
    }

    /** The time until the work must have ended; zero when it should have. */
    public Duration remaining() {
        if (this == UNBOUNDED) {
            return Duration.ofDays(1);
        }
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /**
     * Lets the work go on.
     *
     * @throws OverloadException when its time is over: whoever asked has probably given up
     */
    public void requireTime() {
        if (remaining().isZero()) {
            throw new OverloadException(
                    "The request took longer than the service lets any request take, and was not carried out. Send it"
                            + " again later, or ask for less at once.");
        }
    }

    /**
     * Begins the next part of a long answer: its bytes replace those of the part before, and its time begins anew. An
     * export of any length goes on as long as each of its parts comes in time.
     */
    public void beginPart() {
        if (this != UNBOUNDED) {
            giveBack(heldForPart);
            end = nanoTime.getAsLong() + limit.toNanos();
        }
    }

    /** Notes what has to be given back when the work ends. */
    void holds(Runnable giveBack) {
        if (this != UNBOUNDED) {
            held.push(giveBack);
        }
    }

    /** Notes what has to be given back when the part ends, or the work. */
    void holdsForPart(Runnable giveBack) {
        if (this != UNBOUNDED) {
            heldForPart.push(giveBack);
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
        giveBack(heldForPart);
        giveBack(held);
    }

    private static void giveBack(Deque<Runnable> things) {
        while (!things.isEmpty()) {
            things.pop().run();
        }
    }
}
