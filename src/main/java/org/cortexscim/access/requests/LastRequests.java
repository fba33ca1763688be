package org.cortexscim.access.requests;

import java.util.Optional;

/**
 * The newest requests of a kind.
 *
 * @param success the newest one that succeeded
 * @param failure the newest one that did not
 */
public record LastRequests(Optional<LoggedRequest> success, Optional<LoggedRequest> failure) {
    /** Of a kind that nobody has sent. */
    public static final LastRequests NONE = new LastRequests(Optional.empty(), Optional.empty());

    /** Of both kinds together. */
    public LastRequests and(LastRequests other) {
        return new LastRequests(newer(success, other.success), newer(failure, other.failure));
    }

    /** Whether the newest one of all has failed. */
    public boolean fails() {
        return failure.isPresent()
                && success.filter(done -> done.id().compareTo(failure.get().id()) > 0)
                        .isEmpty();
    }

    /** The id of the newest success, or that id if there was none after it. */
    String successSince(String id) {
        return success.map(LoggedRequest::id)
                .filter(done -> done.compareTo(id) > 0)
                .orElse(id);
    }

    private static Optional<LoggedRequest> newer(Optional<LoggedRequest> one, Optional<LoggedRequest> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().id().compareTo(other.get().id()) > 0 ? one : other;
    }
}
