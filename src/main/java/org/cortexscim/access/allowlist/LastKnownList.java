package org.cortexscim.access.allowlist;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cortexscim.storage.Remembered;

/**
 * The allowlist as this node knows it. At most once a second a request asks for its version, and reads it when that is
 * another one. Where the database does not answer, the last known list goes on to hold.
 */
final class LastKnownList {
    /** The time that requests wait for the one that queries the database, while a known list can be used instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<String> version;
    private final Supplier<Allowlist> stored;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile State state;
    private volatile long outdatedSince;

    private record State(Optional<Allowlist> list, long asked) {}

    LastKnownList(Supplier<String> version, Supplier<Allowlist> stored, LongSupplier nanoTime) {
        this.version = version;
        this.stored = stored;
        this.nanoTime = nanoTime;
        outdatedSince = nanoTime.getAsLong();
        state = new State(Optional.empty(), outdatedSince);
    }

    /** The list, at most a second old if the database answers; empty when it has not answered yet. */
    Optional<Allowlist> current() {
        if (!isFresh() && isMine()) {
            try {
                if (!isFresh()) {
                    state = ask(state);
                }
            } finally {
                asking.unlock();
            }
        }
        return state.list();
    }

    /** From now on, what has been read before does not count any more, even if its version is still the latest. */
    void outdate() {
        outdatedSince = nanoTime.getAsLong();
    }

    private boolean isFresh() {
        long asked = state.asked();
        return asked - outdatedSince > 0 && nanoTime.getAsLong() - asked < Remembered.FRESHNESS.toNanos();
    }

    private boolean isMine() {
        if (state.list().isEmpty()) {
            asking.lock();
            return true;
        }
        try {
            return asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The time before the question counts, for what is changed while it is answered may not be in the answer. */
    private State ask(State before) {
        long now = nanoTime.getAsLong();
        try {
            String latest = version.get();
            boolean same = before.asked() - outdatedSince > 0
                    && before.list()
                            .filter(list -> list.version().equals(latest))
                            .isPresent();
            return new State(same ? before.list() : Optional.of(stored.get()), now);
        } catch (RuntimeException unreachable) {
            return new State(before.list(), now);
        }
    }
}
