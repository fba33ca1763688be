package org.cortexscim.access.keys;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.cortexscim.storage.BackgroundWork;

/** Runs the periodic tasks for keys; every node runs them, and the database lets one win. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private KeyUse use;

    @Inject
    private ExpiryWarnings warnings;

    @Inject
    private ExpiringKeys expiring;

    @Inject
    private KeyRotation rotation;

    @Inject
    private Clock clock;

    /** Later uses of the same minute find it written. */
    @PreDestroy
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void writeUse() {
        background.attempt("write when keys were used", () -> {
            Map<String, KeyUse.Note> noted = use.noted();
            use.write(noted);
            use.forget(noted);
        });
    }

    @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
    void count() {
        background.attempt("count the keys that expire soon", expiring::count);
    }

    @Schedule(hour = "*", minute = "7", second = "0", persistent = false)
    void warn() {
        background.attempt("warn of keys that expire soon", () -> warnings.warn(clock.instant()));
    }

    @Schedule(hour = "*", minute = "17", second = "0", persistent = false)
    void forgetEndedSecrets() {
        background.attempt("delete the secrets of keys that have ended", rotation::forgetEnded);
    }
}
