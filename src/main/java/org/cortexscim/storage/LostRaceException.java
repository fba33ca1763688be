package org.cortexscim.storage;

/** Others kept changing the same rows; the request was not carried out and may be sent again. */
public final class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostRaceException(Throwable cause) {
        super(cause);
    }
}
