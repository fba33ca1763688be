package org.cortexscim.access.requests;

import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.ScimException;

/**
 * Selects the requests to show: those that match everything that is present.
 *
 * @param start when the first one may have been answered
 * @param end when none may have been answered any more
 */
public record LoggedRequestQuery(
        Optional<Statuses> status,
        Optional<String> caller,
        Optional<String> address,
        Optional<String> resourceId,
        Optional<Instant> start,
        Optional<Instant> end) {

    /**
     * Refuses a time that cannot be.
     *
     * @throws ScimException invalidValue when it ends before it starts
     */
    public LoggedRequestQuery {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw ScimException.invalidValue("'endTime' must not be before 'startTime'.");
        }
    }
}
