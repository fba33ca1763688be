package org.cortexscim.access.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.Reason;

/**
 * A request that was refused or failed. It has no place for a body, a header or a query, so that neither a secret nor a
 * filter's values can be in it.
 *
 * @param id the order in which requests were answered
 * @param caller the API key's public id, or the name in a token; empty when the caller is unknown
 * @param path the path's template, such as {@code /scim/v2/Users/{id}}
 * @param action the intended operation, such as {@code USER_CREATE}; empty outside of SCIM
 * @param reason why it failed, by a name that stays
 * @param detail why it failed, in the words of the answer; at most {@value #MAX_DETAIL} characters
 */
public record FailedRequest(
        String id,
        Instant time,
        Optional<String> caller,
        String address,
        String method,
        String path,
        int status,
        Optional<String> action,
        Optional<Reason> reason,
        Optional<String> detail,
        Duration duration,
        String requestId) {
    static final int MAX_DETAIL = 1000;

    public FailedRequest {
        detail = detail.map(text -> text.substring(0, Math.min(MAX_DETAIL, text.length())));
    }

    /** The request in one line: its id, what was wanted, the status and the reason. */
    String line() {
        return "Request %s, %s %s, was answered with %d%s."
                .formatted(
                        requestId,
                        method,
                        path,
                        status,
                        reason.map(why -> " " + why).orElse(""));
    }
}
