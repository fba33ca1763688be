package org.cortexscim.access.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret of a key, as admins see it: enough to tell it from another one, and never the secret itself.
 *
 * @param last4 its last characters
 * @param end from when on it is refused, because a rotation replaced it; empty for the current one
 * @param lastUsed when a request had it last, to the minute; empty for never
 */
public record KeySecret(String last4, Instant created, Optional<Instant> end, Optional<Instant> lastUsed) {
    public boolean isCurrent() {
        return end.isEmpty();
    }
}
