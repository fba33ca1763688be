package org.cortexscim.access.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.cortexscim.capacity.OverloadException;

/**
 * The requests that wait to be written: {@value #MAX_FAILED} that failed and {@value #MAX_SUCCEEDED} that succeeded, so
 * that neither kind takes the other one's room. Beyond that they are only counted.
 */
final class WaitingRequests {
    static final int MAX_FAILED = 1000;
    static final int MAX_SUCCEEDED = 2000;
    /** Written in one transaction, which holds up the changes of others on Derby for as long as it takes. */
    static final int BATCH = 250;

    private final BlockingQueue<LoggedRequest> failed = new ArrayBlockingQueue<>(MAX_FAILED);
    private final BlockingQueue<LoggedRequest> succeeded = new ArrayBlockingQueue<>(MAX_SUCCEEDED);
    private final LongAdder missed = new LongAdder();

    /** What is being written, or could not be written. */
    private final List<LoggedRequest> batch = new ArrayList<>();

    /** Adds the request, which takes no time. */
    void offer(LoggedRequest request) {
        if (!(request.failed() ? failed : succeeded).offer(request)) {
            missed.increment();
        }
    }

    /** Counts a request that is not written. */
    void miss() {
        missed.increment();
    }

    /** How many were not written since the last time. */
    long takeMissed() {
        return missed.sumThenReset();
    }

    /**
     * Hands over what waits now, batch by batch, failures first. A batch for which the database has no time is handed over
     * again the next time; one that fails for another reason is lost, for it would fail again.
     */
    synchronized void writeTo(Consumer<List<LoggedRequest>> writer) {
        // No more than wait now, the rest of a batch and the one from last time: others come all the time.
        int batches = (failed.size() + succeeded.size()) / BATCH + 2;
        for (int i = 0; i < batches && fill(); i++) {
            try {
                writer.accept(List.copyOf(batch));
            } catch (OverloadException later) {
                throw later;
            } catch (RuntimeException lost) {
                missed.add(batch.size());
                batch.clear();
                throw lost;
            }
            batch.clear();
        }
    }

    private boolean fill() {
        if (batch.isEmpty()) {
            failed.drainTo(batch, BATCH);
            succeeded.drainTo(batch, BATCH - batch.size());
        }
        return !batch.isEmpty();
    }
}
