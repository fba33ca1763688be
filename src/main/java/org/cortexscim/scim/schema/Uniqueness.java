package org.cortexscim.scim.schema;

import java.util.Locale;

/** Among which resources a value may occur only once (RFC 7643 §7). */
public enum Uniqueness {
    NONE,
    SERVER,
    GLOBAL;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
