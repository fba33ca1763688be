package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.storage.InTransaction;

/**
 * Counts who fails to sign in, so that the audit log gets one entry a minute for an address and not one for every
 * attempt. When more than {@value #MAX_ADDRESSES} addresses fail within a minute, the others count together.
 */
@ApplicationScoped
class SignInTally {
    static final int MAX_ADDRESSES = 100;
    static final String OTHERS = "others";

    @Inject
    private Event<SignInFailures> event;

    @Inject
    private Clock clock;

    private final Map<String, SignInFailures> counts = new ConcurrentHashMap<>();

    void failed(String address, String reason) {
        String name = counts.size() < MAX_ADDRESSES || counts.containsKey(address) ? address : OTHERS;
        Instant now = clock.instant();
        counts.merge(name, new SignInFailures(name, reason, 1, now, now), SignInFailures::and);
    }

    /** Announces what has been counted since the last time. */
    @InTransaction
    void announce() {
        for (String name : List.copyOf(counts.keySet())) {
            SignInFailures counted = counts.remove(name);
            if (counted != null) {
                event.fire(counted);
            }
        }
    }
}
