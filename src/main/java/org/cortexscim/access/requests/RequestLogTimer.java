package org.cortexscim.access.requests;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Writes the requests of the last second, and keeps their number bounded. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RequestLogTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private RequestLog log;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void write() {
        background.attempt("write the request log", log::write);
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void prune() {
        log.tellMissed();
        background.attempt("prune the request log", log::prune);
    }
}
