package org.cortexscim.overview;

/**
 * How provisioning is going, in one sentence.
 *
 * @param sentence what is the case, and what to do about it
 */
public record Health(State state, String sentence) {
    /** What there is to do: nothing, something soon, or something now. */
    public enum State {
        /** Requests come, and none fails that has not succeeded since. */
        WELL,
        /** SCIM is not set up, or no identity provider has called yet. */
        NOT_IN_USE,
        /** An admin has stopped it for a while. */
        PAUSED,
        /** No request has come for longer than ever, or no seat is free. */
        ATTENTION,
        /** Requests fail. */
        FAILING
    }
}
