package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;
import org.cortexscim.directory.UserChanged;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what has been provisioned and deprovisioned, after it has been committed. */
@ApplicationScoped
public class ProvisioningMetrics {
    private static final Metadata CHANGES = Metadata.builder()
            .withName("cortexscim_user_changes")
            .withDescription("Users created, updated, deactivated, reactivated and deleted since the server started.")
            .build();

    @Inject
    private MetricRegistry registry;

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserChanged change) {
        registry.counter(CHANGES, new Tag("kind", change.kind().name().toLowerCase(Locale.ROOT)))
                .inc();
    }
}
