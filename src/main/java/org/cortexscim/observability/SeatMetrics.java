package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.cortexscim.directory.Seats;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Shows how many seats are taken, at most half a minute ago. A scrape reads only what {@link SeatTimer} has counted: it
 * neither counts a million users nor waits for a connection, and so still answers when the database does not.
 */
@ApplicationScoped
public class SeatMetrics {
    @Inject
    private MetricRegistry registry;

    @Inject
    private Seats seats;

    private volatile Count latest = new Count(0, 0);

    private record Count(long used, int limit) {}

    /** Registers the gauges with the first count; by now the database has its tables. */
    void begin(@Observes Startup startup) {
        count();
        registry.gauge(Metric.SEATS_USED.metadata(), () -> latest.used());
        registry.gauge(Metric.SEAT_LIMIT.metadata(), () -> latest.limit());
    }

    void count() {
        latest = new Count(seats.used(), seats.limit().orElse(0));
    }
}
