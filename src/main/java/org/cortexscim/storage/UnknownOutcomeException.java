package org.cortexscim.storage;

/** The connection was lost while a transaction was being committed: no one can tell whether it was. */
public final class UnknownOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownOutcomeException(Throwable cause) {
        super("The connection to the database was lost during a commit.", cause);
    }
}
