package org.cortexscim.observability;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricUnits;

/**
 * The service's own metrics, under names that stay: dashboards and alerts use them. The Prometheus format appends
 * {@code _total} to counters, and {@code _seconds} to timers.
 */
enum Metric {
    REQUESTS(
            "cortexscim_requests",
            MetricUnits.SECONDS,
            "How long requests took to be answered, by operation and outcome."),
    REFUSALS("cortexscim_refusals", MetricUnits.NONE, "Requests answered with an error, by reason."),
    USER_CHANGES(
            "cortexscim_user_changes",
            MetricUnits.NONE,
            "Users created, updated, deactivated, reactivated and deleted since the server started."),
    IGNORED_CHANGES(
            "cortexscim_ignored_changes",
            MetricUnits.NONE,
            "Changes of user attributes that were requested but ignored, because the settings do not allow them."),
    SEATS_USED("cortexscim_seats_used", MetricUnits.NONE, "Active users; each takes a seat."),
    SEAT_LIMIT("cortexscim_seat_limit", MetricUnits.NONE, "The number of seats; 0 for no limit."),
    API_KEYS_EXPIRING(
            "cortexscim_api_keys_expiring",
            MetricUnits.NONE,
            "API keys that have not expired yet but will expire within the period in the label.");

    private final String id;
    private final String unit;
    private final String description;

    Metric(String id, String unit, String description) {
        this.id = id;
        this.unit = unit;
        this.description = description;
    }

    /** The name in the code's registry, without what the Prometheus format appends. */
    String id() {
        return id;
    }

    Metadata metadata() {
        return Metadata.builder()
                .withName(id)
                .withUnit(unit)
                .withDescription(description)
                .build();
    }
}
