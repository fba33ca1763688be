package org.cortexscim.access.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.Reason;

/**
 * A request to SCIM, or one that was refused or failed elsewhere. It has no place for a body, a header or a query, so
 * that neither a secret nor a filter's values can be in it.
 *
 * @param id the order in which requests were answered
 * @param time when it was answered
 * @param caller the API key's public id, or the name in a token; empty when the caller is unknown
 * @param keyPrefix the first {@value org.cortexscim.access.keys.ApiKeySecret#SHOWN_LENGTH} characters of an API key that
 *     is not valid
 * @param path the path's template, such as {@code /scim/v2/Users/{id}}
 * @param action the intended operation, such as {@code USER_CREATE}; empty outside of SCIM
 * @param resourceId the user or group that it was about
 * @param reason why it failed, by a name that stays
 * @param detail why it failed, in the words of the answer; at most {@value #MAX_DETAIL} characters
 * @param test whether this service has sent it, to try itself out
 */
public record LoggedRequest(
        String id,
        Instant time,
        Optional<String> caller,
        Optional<String> keyPrefix,
        String address,
        String method,
        String path,
        int status,
        Optional<String> action,
        Optional<String> resourceId,
        Optional<Reason> reason,
        Optional<String> detail,
        Duration duration,
        String requestId,
        boolean test) {
    static final int FIRST_FAILURE = 400;
    static final int MAX_DETAIL = 1000;

    public LoggedRequest {
        // No text in PostgreSQL may have a NUL, which a client can send.
        detail = detail.map(
                text -> text.substring(0, Math.min(MAX_DETAIL, text.length())).replace('\0', '\uFFFD'));
    }

    /** Whether it was refused or failed. */
    public boolean failed() {
        return status >= FIRST_FAILURE;
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
