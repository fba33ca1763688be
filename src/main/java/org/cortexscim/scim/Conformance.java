package org.cortexscim.scim;

/**
 * How strictly a client must follow the rules: as far as identity providers actually do, or to the letter of the SCIM
 * interoperability profile (draft-zollner-scim-interop-profile). Each rule that the two differ in has its name here.
 */
public enum Conformance {
    TOLERANT,
    STRICT;

    /** {@code "True"} and the other quirks that the room {@code scim.dialect} rewrites are read as intended. */
    public boolean readsLooseValues() {
        return this == TOLERANT;
    }

    /** Undefined attributes and schemas are ignored, and {@code schemas} may be missing. */
    public boolean passesOverUnknownNames() {
        return this == TOLERANT;
    }

    /** {@code department} names the attribute of an extension, without the extension's URN before it. */
    public boolean findsWithoutUrn() {
        return this == TOLERANT;
    }

    /** {@code userName eq anna} and {@code emails[type eq "work"].value eq "x"} are filters. */
    public boolean takesLooseFilters() {
        return this == TOLERANT;
    }

    /** {@code {"op":"replace","value":{"active":false}}} and an empty list of operations are a PATCH. */
    public boolean takesPathlessOperations() {
        return this == TOLERANT;
    }

    /** {@code {"op":"remove","path":"emails","value":[{"value":"x"}]}} removes only the elements in the value. */
    public boolean removesByValue() {
        return this == TOLERANT;
    }

    /** {@code emails[type eq "work"]} is the path of a whole element. */
    public boolean takesElementPaths() {
        return this == TOLERANT;
    }

    /** A PATCH path may select several elements, or none, in which case one is created. */
    public boolean takesAnyNumberOfElements() {
        return this == TOLERANT;
    }

    /** Replacing a complex value keeps the parts that the new one does not name (RFC 7644 §3.5.2.3). */
    public boolean keepsUnnamedParts() {
        return this == TOLERANT;
    }
}
