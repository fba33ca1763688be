package org.cortexscim.storage;

/** The database had no time for a request: no connection was free, or a statement took too long. Nothing was changed. */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the Retry-After header: when to try again, in seconds. */
    public static final int RETRY_AFTER = 5;

    public OverloadException(Throwable cause) {
        super(cause);
    }

    OverloadException(String message) {
        super(message);
    }
}
