package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.cortexscim.access.requests.AnsweredRequest;
import org.cortexscim.access.requests.RefusedOperation;
import org.cortexscim.scim.Reason;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts requests answered with an error under the reasons of the request log. */
@ApplicationScoped
public class RefusalMetrics {
    @Inject
    private MetricRegistry registry;

    /** An alert on a refusal that has not happened yet needs its counter too. */
    void begin(@Observes Startup startup) {
        for (Reason reason : Reason.values()) {
            refusals(reason);
        }
    }

    void count(@Observes AnsweredRequest request) {
        request.refusal().map(this::refusals).ifPresent(Counter::inc);
    }

    void count(@Observes RefusedOperation operation) {
        refusals(operation.reason()).inc();
    }

    private Counter refusals(Reason reason) {
        return registry.counter(Metric.REFUSALS.metadata(), new Tag("reason", reason.name()));
    }
}
