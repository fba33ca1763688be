package org.cortexscim.access.requests;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user or group that a path leads to. */
final class ResourceId {
    /** Only ids as this service makes them: whatever else a client writes there may be a name or a key. */
    private static final Pattern ONE = Pattern.compile(
            "/scim/v2/(?:Users|Groups)/" + "([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})/?$");

    private ResourceId() {}

    /** The id at the end of a path or of a URL; empty when it does not lead to a user or a group. */
    static Optional<String> in(String url) {
        Matcher one = ONE.matcher(url.replaceAll("/{2,}", "/"));
        return one.find() ? Optional.of(one.group(1)) : Optional.empty();
    }
}
