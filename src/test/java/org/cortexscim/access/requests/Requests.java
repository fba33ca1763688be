package org.cortexscim.access.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.Reason;
import org.cortexscim.storage.Ids;

/** Logged requests for tests. */
final class Requests {
    private Requests() {}

    /** One of this caller, answered at that time. */
    static LoggedRequest answered(String caller, int status, Instant time) {
        return refused(caller, status, time, Optional.empty());
    }

    static LoggedRequest refused(String caller, int status, Instant time, Optional<String> detail) {
        return new LoggedRequest(
                Ids.at(time),
                time,
                Optional.of(caller),
                Optional.empty(),
                "192.0.2.10",
                "POST",
                "/scim/v2/Users",
                status,
                Optional.of("USER_CREATE"),
                Optional.empty(),
                status < 400 ? Optional.empty() : Optional.of(Reason.FORBIDDEN),
                detail,
                Duration.ofMillis(4),
                Ids.next(),
                false);
    }
}
