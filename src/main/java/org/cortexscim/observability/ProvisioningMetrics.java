package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;
import org.cortexscim.directory.UserChanged;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what has been provisioned, deprovisioned and ignored, after it has been committed. */
@ApplicationScoped
public class ProvisioningMetrics {
    @Inject
    private MetricRegistry registry;

    /** A rate misses the first event of a counter that was not there before. */
    void begin(@Observes Startup startup) {
        for (UserChanged.Kind kind : UserChanged.Kind.values()) {
            changes(kind);
        }
        ignored();
    }

    /** How many changes of that kind have been counted. */
    long count(UserChanged.Kind kind) {
        return changes(kind).getCount();
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserChanged change) {
        if (!wasIgnored(change)) {
            changes(change.kind()).inc();
        }
        ignored().inc(change.ignored().size());
    }

    /** A request whose changes are all ignored has changed nobody. */
    private static boolean wasIgnored(UserChanged change) {
        return change.kind() == UserChanged.Kind.UPDATED
                && change.changes().isEmpty()
                && !change.ignored().isEmpty();
    }

    private Counter changes(UserChanged.Kind kind) {
        return registry.counter(
                Metric.USER_CHANGES.metadata(), new Tag("kind", kind.name().toLowerCase(Locale.ROOT)));
    }

    /** Without the attribute in a label: an extension schema may have any number of them. */
    private Counter ignored() {
        return registry.counter(Metric.IGNORED_CHANGES.metadata());
    }
}
