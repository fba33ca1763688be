package org.cortexscim.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.cortexscim.storage.BackgroundWork;

/** Applies the retention every night, and soon after the start for a server that is not there at night. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
    private static final Duration AFTER_THE_START = Duration.ofMinutes(1);

    @Inject
    private BackgroundWork background;

    @Inject
    private AuditRetention retention;

    @Resource
    private TimerService timers;

    @PostConstruct
    void afterTheStart() {
        timers.createSingleActionTimer(AFTER_THE_START.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    @Schedule(hour = "3", minute = "17", persistent = false)
    void apply() {
        background.attempt("delete old entries of the audit log", () -> {
            while (retention.deleteBatch()) {
                // the next one
            }
        });
    }
}
