package org.cortexscim.scim.schema;

/** The data types of RFC 7643 §2.3, with the maximum length of a value, in characters. */
public enum AttributeType {
    STRING("string", 500),
    BOOLEAN("boolean", 5),
    DECIMAL("decimal", 50),
    INTEGER("integer", 50),
    DATE_TIME("dateTime", 50),
    BINARY("binary", 8192),
    REFERENCE("reference", 2048),
    COMPLEX("complex", 0);

    private final String label;
    private final int maxLength;

    AttributeType(String label, int maxLength) {
        this.label = label;
        this.maxLength = maxLength;
    }

    /** The name on the wire. */
    public String label() {
        return label;
    }

    int maxLength() {
        return maxLength;
    }
}
