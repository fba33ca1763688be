package org.cortexscim.directory.activity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;

/** Writes every five seconds who has called. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class UserActivityTimer {
    private static final Logger LOG = System.getLogger(UserActivityTimer.class.getName());

    @Inject
    private UserActivity activity;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        try {
            activity.write();
        } catch (RuntimeException failure) {
            LOG.log(Logger.Level.WARNING, "Who has called lately could not be written; it is tried again.", failure);
        }
    }
}
