package org.cortexscim.storage;

/** A backup cannot be made; the message says why, and what to do. */
class BackupException extends Exception {
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
