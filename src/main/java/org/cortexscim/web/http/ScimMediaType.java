package org.cortexscim.web.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types of SCIM bodies. */
public final class ScimMediaType {
    public static final String SCIM = "application/scim+json";
    public static final String JSON = "application/json";

    private ScimMediaType() {}

    /**
     * The media type of an answer: SCIM's own, or plain JSON for a client that asks for nothing else (OneLogin). There
     * is never 406: every client gets its response.
     *
     * @param accept the request's Accept header
     */
    public static String accepted(@Nullable String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        boolean onlyJson = types.contains(JSON) && !types.contains(SCIM) && !types.contains("*/*");
        return onlyJson ? JSON : SCIM;
    }
}
