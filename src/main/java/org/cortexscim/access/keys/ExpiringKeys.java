package org.cortexscim.access.keys;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Migrations;

/** The number of keys that expire soon, at most one minute old. */
@ApplicationScoped
public class ExpiringKeys {
    @Inject
    private ExpiryStore store;

    @Inject
    private Clock clock;

    private final Map<ExpiryWindow, Long> counts = new ConcurrentHashMap<>();

    void begin(@Observes @Priority(Migrations.PRIORITY + 200) Startup startup) {
        count();
    }

    @InTransaction(readOnly = true)
    void count() {
        Instant now = clock.instant();
        for (ExpiryWindow window : ExpiryWindow.values()) {
            counts.put(window, store.count(window, now));
        }
    }

    /** The number of keys that expire within that time but have not expired yet. */
    public long within(ExpiryWindow window) {
        return counts.getOrDefault(window, 0L);
    }
}
