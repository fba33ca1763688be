package org.cortexscim.capacity;

import java.time.Duration;

/**
 * The service had no room or no time for a request: too much was being done at once, the database was busy or away, or
 * the request's time was over. Nothing was changed, and the same request may be sent again.
 */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Duration retryAfter;

    /** The database had no time. */
    public OverloadException(Throwable cause) {
        super("The service is overloaded; the Retry-After header says when to go on.", cause);
        retryAfter = BUSY;
    }

    /** Something else had no room or time: what, as a sentence for the caller. */
    public OverloadException(String detail) {
        this(detail, BUSY);
    }

    OverloadException(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    /** What the caller is told. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** For the Retry-After header: when to try again, in whole seconds, at least 1. */
    public long retryAfter() {
        return Math.max(1, retryAfter.toSeconds());
    }
}
