package org.cortexscim.scim.schema;

import java.util.Locale;

/** The {@code returned} characteristic: when an attribute appears in a response (RFC 7643 §7). */
public enum Returned {
    ALWAYS,
    NEVER,
    DEFAULT,
    REQUEST;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
