package org.cortexscim.capacity;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/** How much each caller holds at the moment of something that no one may have all of. */
final class Shares {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final int most;
    private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

    /** @param most the most that one caller may hold */
    Shares(int most) {
        this.most = most;
    }

    /** Takes one for a caller; false when the caller holds the most already, and gives none back for that long. */
    boolean take(String caller, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!take(caller)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private boolean take(String caller) {
        boolean[] taken = new boolean[1];
        held.compute(caller, (name, now) -> {
            int before = now == null ? 0 : now;
            taken[0] = before < most;
            return taken[0] ? before + 1 : now;
        });
        return taken[0];
    }

    /** Gives one back. */
    void giveBack(String caller) {
        held.computeIfPresent(caller, (name, now) -> now == 1 ? null : now - 1);
    }
}
