package org.cortexscim.directory.activity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Writes every five seconds who has called. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class UserActivityTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private UserActivity activity;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        background.attempt("write which users have called lately", activity::write);
    }
}
