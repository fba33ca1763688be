package org.cortexscim.api;

/** The media types that SCIM bodies come and go in. */
final class ScimMediaType {
    static final String SCIM = "application/scim+json";
    static final String JSON = "application/json";

    private ScimMediaType() {}
}
