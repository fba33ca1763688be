package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.cortexscim.access.limits.Buckets;
import org.cortexscim.storage.InTransaction;

/**
 * The requests that were refused or failed lately. They wait in memory until a timer writes them, so that a refusal
 * costs no access to the database. An address has a share of {@value #SHARE_PER_MINUTE} a minute, so that a flood from
 * one cannot wash out what another one's requests left.
 */
@ApplicationScoped
public class RequestLog {
    /** The number of requests that are kept, for all nodes together. */
    public static final int MAX_KEPT = 10_000;

    static final int SHARE_PER_MINUTE = 120;
    private static final int MAX_WAITING = 1000;

    private static final Logger LOG = System.getLogger(RequestLog.class.getName());

    @Inject
    private RequestLogStore store;

    private final BlockingQueue<FailedRequest> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Buckets shares = new Buckets(SHARE_PER_MINUTE);

    /**
     * Keeps the request, and leaves a line without any value of the client's in the server's log, if its address has not
     * used up its share.
     */
    void add(FailedRequest request) {
        if (shares.take(request.address()).isEmpty()) {
            LOG.log(Logger.Level.INFO, request.line());
            waiting.offer(request);
        }
    }

    /** Writes what waits. What cannot be written is lost: the log must not fill the memory while the database is away. */
    @InTransaction
    void write() {
        List<FailedRequest> batch = new ArrayList<>();
        waiting.drainTo(batch);
        store.insert(batch);
    }

    /** Removes the oldest ones beyond {@value #MAX_KEPT}. */
    @InTransaction
    void prune() {
        store.keepNewest(MAX_KEPT);
    }

    /**
     * A page, the newest request first.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public FailedRequestPage page(FailedRequestQuery query, int page, int pageSize) {
        long offset = Math.min((long) page * pageSize, MAX_KEPT);
        return new FailedRequestPage(store.page(query, (int) offset, pageSize), page, pageSize, store.count(query));
    }
}
