package org.cortexscim.access;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;

/** Announces every minute who has failed to sign in. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInTimer {
    private static final Logger LOG = System.getLogger(SignInTimer.class.getName());

    @Inject
    private SignInTally tally;

    @Schedule(hour = "*", minute = "*", second = "0", persistent = false)
    void announce() {
        try {
            tally.announce();
        } catch (RuntimeException failure) {
            LOG.log(Logger.Level.WARNING, "Failed sign-ins could not be written to the audit log.", failure);
        }
    }
}
