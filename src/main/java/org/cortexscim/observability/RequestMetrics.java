package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.cortexscim.access.requests.AnsweredRequest;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts and times requests by operation and outcome. Both are of a fixed set: the server's own HTTP metrics have a series
 * for every method and path that a client makes up, and fill the memory. The buckets are in microprofile-config.properties.
 */
@ApplicationScoped
public class RequestMetrics {
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private MetricRegistry registry;

    void time(@Observes AnsweredRequest request) {
        registry.timer(
                        Metric.REQUESTS.metadata(),
                        new Tag("operation", request.operation()),
                        new Tag("outcome", outcome(request.status())))
                .update(request.duration());
    }

    /** 429 apart from the other refusals: it is what an operator can do something about. */
    private static String outcome(int status) {
        if (status == TOO_MANY_REQUESTS) {
            return "overload";
        }
        return status < 400 ? "success" : status < 500 ? "refusal" : "failure";
    }
}
