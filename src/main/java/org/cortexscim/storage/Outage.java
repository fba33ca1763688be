package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.cortexscim.capacity.OverloadException;

/**
 * What is known about a database that is away: while it is, one transaction a second finds out whether it is back, and
 * all others are refused at once instead of waiting for a connection each.
 */
@ApplicationScoped
class Outage {
    private static final Logger LOG = System.getLogger(Outage.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean away;
    private volatile long lastFailure;
    private volatile long lastAnswer;

    Outage() {
        this(System::nanoTime);
    }

    Outage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lastAnswer = nanoTime.getAsLong();
    }

    /**
     * Lets a transaction begin, which {@link #asked} has to follow.
     *
     * @throws OverloadException when the database was away a moment ago
     */
    void requireDatabase() {
        if (away && (nanoTime.getAsLong() - lastFailure < PAUSE.toNanos() || !asking.compareAndSet(false, true))) {
            throw OverloadException.databaseAway();
        }
    }

    /** A transaction has ended, however it did: the next one may ask. */
    void asked() {
        asking.set(false);
    }

    /**
     * Whether the database has not answered lately. A transaction then asks for nothing but an answer first: the
     * persistence provider repeats a query for ten seconds when there is no connection.
     */
    boolean isDoubtful() {
        return nanoTime.getAsLong() - lastAnswer >= PAUSE.toNanos();
    }

    /** The database has answered the question of a transaction; one that asks nothing is no proof. */
    void answered() {
        lastAnswer = nanoTime.getAsLong();
        if (away) {
            away = false;
            LOG.log(Logger.Level.WARNING, "The database answers again.");
        }
    }

    /** A transaction has got no connection, or has lost it. */
    OverloadException failed(Throwable failure) {
        boolean before = away;
        lastFailure = nanoTime.getAsLong();
        away = true;
        if (!before) {
            LOG.log(
                    Logger.Level.ERROR,
                    "The database does not answer ({0}). Requests are refused with 429 until it does.",
                    SqlFailures.words(failure));
        }
        return OverloadException.databaseAway();
    }
}
