package org.cortexscim.observability;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Counts the seats for the metrics of this node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SeatTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private SeatMetrics metrics;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void count() {
        background.attempt("count the seats that are taken", metrics::count);
    }
}
