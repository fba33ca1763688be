package org.cortexscim.setup;

import java.util.Optional;

/**
 * One step of setting an identity provider up, and how far it is.
 *
 * @param title what is to be done, or to be seen
 * @param detail how it is, and what to do if it is not done
 * @param requestId the request that shows it
 */
public record SetupStep(String title, State state, String detail, Optional<String> requestId) {
    /** How far a step is. */
    public enum State {
        DONE,
        /** To be done here. */
        OPEN,
        /** To be seen when the identity provider sends its first requests. */
        NOT_SEEN,
        FAILED
    }
}
