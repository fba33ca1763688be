package org.cortexscim.access.allowlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import org.cortexscim.storage.CachesForgotten;

/** The allowlist in force: a change holds at once on the node where it is made, and within a second on all others. */
@ApplicationScoped
public class AllowlistGate {
    @Inject
    private IpAllowlist allowlist;

    private final LastKnownList known =
            new LastKnownList(() -> allowlist.version(), () -> allowlist.stored(), System::nanoTime);

    /** The list; empty when the database has not answered since startup, in which case no caller is admitted. */
    public Optional<Allowlist> current() {
        return known.current();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) IpAllowlistChanged change) {
        known.outdate();
    }

    void forgetAll(@Observes CachesForgotten event) {
        known.outdate();
    }
}
