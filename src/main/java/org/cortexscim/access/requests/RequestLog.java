package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cortexscim.access.limits.Buckets;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Ids;
import org.cortexscim.storage.InTransaction;

/**
 * The requests to SCIM, and those that were refused or failed anywhere. They wait in memory until a timer writes them,
 * so that a request costs no access to the database. Of those that fail, an address has a share of
 * {@value #SHARE_PER_MINUTE} a minute, so that a flood from one cannot wash out what another one's requests left.
 */
@ApplicationScoped
public class RequestLog {
    /** The number of requests that are kept, for all nodes together. */
    static final int MAX_KEPT = 100_000;
    /** The number of those that succeeded, which are many: the others have the rest of the room. */
    static final int MAX_SUCCEEDED = 80_000;

    /** The age from which on requests are deleted. */
    static final int MAX_DAYS = 30;

    static final int SHARE_PER_MINUTE = 120;
    /** To find out which are too many takes a walk through an index, which a few new ones are not worth. */
    private static final int NEW_ONES_TO_PRUNE = 1000;

    private static final Logger LOG = System.getLogger(RequestLog.class.getName());

    @Inject
    private RequestLogStore store;

    @Inject
    private Clock clock;

    private final WaitingRequests waiting = new WaitingRequests();
    private final Buckets shares = new Buckets(SHARE_PER_MINUTE);

    /** So many that the first time after a start prunes. */
    private final AtomicLong newOnes = new AtomicLong(NEW_ONES_TO_PRUNE);

    /**
     * Keeps the request. One that failed also leaves a line without any value of the client's in the server's log, if its
     * address has not used up its share.
     */
    void add(LoggedRequest request) {
        if (!request.failed()) {
            waiting.offer(request);
        } else if (shares.take(request.address()).isEmpty()) {
            LOG.log(Logger.Level.INFO, request.line());
            waiting.offer(request);
        } else {
            waiting.miss();
        }
    }

    /** Writes what waits. */
    void write() {
        waiting.writeTo(batch -> {
            store.insert(batch);
            newOnes.addAndGet(batch.size());
        });
    }

    /** Tells the operator how many requests were not written since the last time. */
    void tellMissed() {
        long missed = waiting.takeMissed();
        if (missed > 0) {
            LOG.log(
                    Logger.Level.INFO,
                    "The request log has no entry for {0} requests: they came faster than it takes them.",
                    missed);
        }
    }

    /** Removes those that are older than {@value #MAX_DAYS} days, and the oldest ones of too many. */
    void prune() {
        deleteUntil(RequestLogStore.Kind.ANY, Ids.firstAt(clock.instant().minus(Duration.ofDays(MAX_DAYS))));
        long counted = newOnes.get();
        if (counted >= NEW_ONES_TO_PRUNE) {
            keepNewest(RequestLogStore.Kind.SUCCEEDED, MAX_SUCCEEDED);
            keepNewest(RequestLogStore.Kind.ANY, MAX_KEPT);
            newOnes.addAndGet(-counted);
        }
    }

    /**
     * A page, the newest request first.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public LoggedRequestPage page(LoggedRequestQuery query, int page, int pageSize) {
        RequestCondition condition = RequestCondition.of(query);
        // A little more than is kept may be there.
        long offset = Math.min((long) page * pageSize, 2L * MAX_KEPT);
        return new LoggedRequestPage(
                store.page(condition, (int) offset, pageSize), page, pageSize, store.count(condition));
    }

    /**
     * The request with this id, the newest one if a proxy has used the id more than once.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public LoggedRequest get(String requestId) {
        return store.newest(requestId)
                .orElseThrow(
                        () -> ScimException.notFound(("The log has no request with this id. A request to SCIM, or one"
                                        + " that failed, appears within two seconds of its answer, and is kept for %d days while it"
                                        + " is among the last %d.")
                                .formatted(MAX_DAYS, MAX_KEPT)));
    }

    private void keepNewest(RequestLogStore.Kind kind, int count) {
        store.firstBeyond(kind, count).ifPresent(last -> deleteUntil(kind, last));
    }

    private void deleteUntil(RequestLogStore.Kind kind, String last) {
        while (store.deleteOldest(kind, last) >= RequestLogStore.MAX_DELETED) {
            // the next ones
        }
    }
}
