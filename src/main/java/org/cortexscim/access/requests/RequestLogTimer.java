package org.cortexscim.access.requests;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;

/** Writes the failed requests every second, and keeps their number bounded. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RequestLogTimer {
    private static final Logger LOG = System.getLogger(RequestLogTimer.class.getName());

    @Inject
    private RequestLog log;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void write() {
        attempt("written", log::write);
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void prune() {
        attempt("pruned", log::prune);
    }

    /** Requests go on failing while the database is away; the log of the server says so once for each attempt. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Logger.Level.WARNING, "The log of failed requests could not be " + what + ".", failure);
        }
    }
}
