package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.cortexscim.access.keys.ExpiringKeys;
import org.cortexscim.access.keys.ExpiryWindow;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows how many API keys end soon, for an alert before an identity provider is locked out. */
@ApplicationScoped
public class KeyMetrics {
    @Inject
    private MetricRegistry registry;

    @Inject
    private ExpiringKeys keys;

    void begin(@Observes Startup startup) {
        for (ExpiryWindow window : ExpiryWindow.values()) {
            registry.gauge(
                    Metric.API_KEYS_EXPIRING.metadata(), () -> keys.within(window), new Tag("within", window.text()));
        }
    }
}
