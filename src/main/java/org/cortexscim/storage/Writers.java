package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.capacity.Work;

/**
 * Lets the transactions that write follow each other on embedded Derby, in the order in which they came. Derby locks the
 * rows that it reads, so that two changes which read each other's rows stop each other for seconds, until it gives one of
 * them up. Other databases order their writers by themselves. See docs/decisions/0008.
 */
@ApplicationScoped
class Writers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReentrantLock turn = new ReentrantLock(true);

    @Inject
    private Database database;

    @Inject
    private FreeSpace space;

    /**
     * Does the writing of a transaction when it is this thread's turn. The commit comes after it: a transaction that has
     * only to be committed waits for no other one, and several are written to the disk at once.
     *
     * @throws OverloadException when other changes take too long, or the disk is almost full
     */
    <T> T inTurn(Callable<T> writing) throws Exception {
        if (!database.isEmbedded()) {
            return writing.call();
        }
        space.require();
        Duration remaining = Work.current().remaining();
        Duration patience = remaining.compareTo(PATIENCE) < 0 ? remaining : PATIENCE;
        if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new OverloadException("Other changes take too long; send the request again after as long as the"
                    + " Retry-After header says.");
        }
        try {
            return writing.call();
        } finally {
            turn.unlock();
        }
    }
}
