package org.cortexscim.access.address;

/** A trusted proxy tells something about the caller that cannot be believed; the message tells what to change. */
public final class ForwardingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForwardingException(String message) {
        super(message);
    }
}
