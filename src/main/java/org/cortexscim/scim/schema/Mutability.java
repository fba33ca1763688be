package org.cortexscim.scim.schema;

/** The {@code mutability} characteristic: who may write an attribute, and when (RFC 7643 §7). */
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String label;

    Mutability(String label) {
        this.label = label;
    }

    /** The name on the wire. */
    public String label() {
        return label;
    }
}
