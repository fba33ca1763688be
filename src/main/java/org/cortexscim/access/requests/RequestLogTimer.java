package org.cortexscim.access.requests;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Writes the failed requests every second, and keeps their number bounded. */
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
        background.attempt("prune the request log", log::prune);
    }
}
