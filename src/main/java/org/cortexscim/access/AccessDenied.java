package org.cortexscim.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.jspecify.annotations.Nullable;

/** A request that was refused for who sent it, or how many they send; the detail tells an admin what to do. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = AccessDenied.class.getName();

    private final Reason reason;
    private final @Nullable Duration wait;

    private AccessDenied(Reason reason, String detail) {
        this(reason, detail, null);
    }

    private AccessDenied(Reason reason, String detail, @Nullable Duration wait) {
        super(detail);
        this.reason = reason;
        this.wait = wait;
    }

    /** 400: a trusted proxy does not tell clearly who the caller is. */
    static AccessDenied unclearCaller(String detail) {
        return new AccessDenied(Reason.ADDRESS_UNCLEAR, detail);
    }

    /** 403: the IP allowlist has entries, and none of them covers the caller. */
    static AccessDenied notListed(IpAddress caller) {
        return new AccessDenied(
                Reason.ADDRESS_NOT_LISTED,
                "Forbidden IP address: %s is not on the workspace's IP allowlist. An admin can add it there, from an address that is."
                        .formatted(caller));
    }

    /** 429: the IP allowlist has not been read since the start. */
    static AccessDenied listUnknown() {
        return new AccessDenied(
                Reason.DATABASE_AWAY,
                "The database does not answer, so the service cannot tell whether your address is on the IP allowlist."
                        + " Try again later.",
                Duration.ofSeconds(5));
    }

    /** 401: no credential. */
    static AccessDenied withoutCredential() {
        return new AccessDenied(
                Reason.CREDENTIAL_MISSING, "Send an API key in the Authorization header: 'Bearer <key>'.");
    }

    /** 401: a credential that is not valid. */
    static AccessDenied unauthenticated(String detail) {
        return new AccessDenied(Reason.CREDENTIAL_INVALID, detail);
    }

    /** 403: a valid credential without the permission. */
    static AccessDenied missing(Permission permission) {
        return new AccessDenied(
                Reason.PERMISSION_MISSING,
                "The API key lacks the permission '%s'. Use a key with the Admin role, or with a custom role that has it."
                        .formatted(permission.label()));
    }

    /** 429: the caller has sent more requests than a minute allows. */
    static AccessDenied tooManyRequests(Duration wait) {
        return new AccessDenied(
                Reason.TOO_MANY_REQUESTS,
                "This caller has sent too many requests; the Retry-After header says when to go on.",
                wait);
    }

    /** 429: the address has sent too many credentials that are not valid. */
    static AccessDenied tooManyFailures(Duration wait) {
        return new AccessDenied(
                Reason.TOO_MANY_FAILURES,
                "Too many requests from this address had no valid credential; the Retry-After header says when to try"
                        + " again.",
                wait);
    }

    /** 403: no one may call this. */
    static AccessDenied closed() {
        return new AccessDenied(Reason.OPERATION_CLOSED, "No one may call this operation.");
    }

    public Reason reason() {
        return reason;
    }

    /** Answers the request with the error page, which finds the refusal by {@link #of}. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(reason.status());
    }

    /** Why the request was refused before it came to a resource; empty when it was not. */
    public static Optional<AccessDenied> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AccessDenied denied ? Optional.of(denied) : Optional.empty();
    }

    /** For the Retry-After header of a 429: after how many whole seconds to try again, at least 1. */
    public Optional<Long> retryAfter() {
        return Optional.ofNullable(wait)
                .map(time -> Math.max(1, time.plusMillis(999).toSeconds()));
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
