package org.cortexscim.settings;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Writes down that a pause is over, for the audit log. It has been over since its time, on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class PauseTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private WorkspaceSettings settings;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void end() {
        background.attempt("end a pause whose time is over", settings::endPauseInTime);
    }
}
