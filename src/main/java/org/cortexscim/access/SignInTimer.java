package org.cortexscim.access;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Announces every minute who has failed to sign in. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private SignInTally tally;

    @Schedule(hour = "*", minute = "*", second = "0", persistent = false)
    void announce() {
        background.attempt("write failed sign-ins to the audit log", tally::announce);
    }
}
