package org.cortexscim.observability.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Set;

/** What spans may tell. Whatever a client has made up is not among it: the path, the query, headers, its address. */
final class SpanAttributes {
    static final String REQUEST_ID = "cortexscim.request_id";
    static final String ERROR = "error.type";

    private static final Set<String> HARMLESS =
            Set.of(REQUEST_ID, ERROR, "http.request.method", "http.response.status_code", "http.route", "url.scheme");

    /** The resource's attributes that repeat the options of the JVM, among which a password may be. */
    private static final Set<String> OPTIONS_OF_THE_JVM = Set.of("process.command_line", "process.command_args");

    private SpanAttributes() {}

    static Attributes harmless(Attributes all) {
        return all.toBuilder().removeIf(key -> !HARMLESS.contains(key.getKey())).build();
    }

    static boolean isOfTheCommand(AttributeKey<?> key) {
        return OPTIONS_OF_THE_JVM.contains(key.getKey());
    }
}
