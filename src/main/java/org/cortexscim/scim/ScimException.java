package org.cortexscim.scim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the words of RFC 7644 §3.12; the factories carry the RFC's names.
 *
 * <pre>{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"..."}</pre>
 *
 * <p>The detail is shown to the identity provider's admin: it says what to do, and never repeats a secret.
 */
public final class ScimException extends RuntimeException {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String scimType;
    private final Reason reason;

    private ScimException(int status, @Nullable String scimType, String detail) {
        this(status, scimType, detail, Reason.of(status));
    }

    private ScimException(int status, @Nullable String scimType, String detail, Reason reason) {
        super(detail);
        this.status = status;
        this.scimType = scimType;
        this.reason = reason;
    }

    /** The same refusal with a reason of its own, which has the same status. */
    public ScimException because(Reason other) {
        if (other.status() != status) {
            throw new IllegalArgumentException(other + " is not a reason for a " + status);
        }
        return new ScimException(status, scimType, detail(), other);
    }

    /** Any HTTP status without a scimType. */
    public static ScimException status(int status, String detail) {
        return new ScimException(status, null, detail);
    }

    /** 400: the filter is malformed, or names an attribute or operator that cannot be used. */
    public static ScimException invalidFilter(String detail) {
        return new ScimException(400, "invalidFilter", detail);
    }

    /** 400: the body is not the JSON or the message that the request needs. */
    public static ScimException invalidSyntax(String detail) {
        return new ScimException(400, "invalidSyntax", detail);
    }

    /** 400: a PATCH path is malformed or names no attribute. */
    public static ScimException invalidPath(String detail) {
        return new ScimException(400, "invalidPath", detail);
    }

    /** 400: a PATCH path selects nothing to work on. */
    public static ScimException noTarget(String detail) {
        return new ScimException(400, "noTarget", detail);
    }

    /** 400: a value is missing, of the wrong type or out of bounds. */
    public static ScimException invalidValue(String detail) {
        return new ScimException(400, "invalidValue", detail);
    }

    /** 400: the answer would be larger than the service is willing to make it. */
    public static ScimException tooMany(String detail) {
        return new ScimException(400, "tooMany", detail);
    }

    /** 400: the attribute may not be changed this way. */
    public static ScimException mutability(String detail) {
        return new ScimException(400, "mutability", detail);
    }

    /** 400: the cursor is none that this service gave out for this query (RFC 9865 §2.1). */
    public static ScimException invalidCursor(String detail) {
        return new ScimException(400, "invalidCursor", detail);
    }

    /** 400: the cursor was good once (RFC 9865 §2.1). */
    public static ScimException expiredCursor(String detail) {
        return new ScimException(400, "expiredCursor", detail);
    }

    /** 400: a walk by cursor cannot have pages of this size (RFC 9865 §2.1). */
    public static ScimException invalidCount(String detail) {
        return new ScimException(400, "invalidCount", detail);
    }

    /** 400: the request is for a version of the protocol that is not served (RFC 7644 §3.13). */
    public static ScimException invalidVers(String detail) {
        return new ScimException(400, "invalidVers", detail);
    }

    /** 403: the URL of the request carries what must not be in a URL (RFC 7644 §7.5.2). */
    public static ScimException sensitive(String detail) {
        return new ScimException(403, "sensitive", detail);
    }

    /** 409: another resource has this value already. */
    public static ScimException uniqueness(String detail) {
        return new ScimException(409, "uniqueness", detail, Reason.NAME_TAKEN);
    }

    /** 409: others changed the resource at the same time, again and again. */
    public static ScimException conflict(String detail) {
        return new ScimException(409, null, detail);
    }

    /** 412: the resource is not at the version the caller asked for. */
    public static ScimException preconditionFailed(String detail) {
        return new ScimException(412, null, detail, Reason.VERSION_MISMATCH);
    }

    /** 403: understood, and refused by a rule of the workspace. */
    public static ScimException forbidden(String detail) {
        return new ScimException(403, null, detail);
    }

    /** 404: no such resource. */
    public static ScimException notFound(String detail) {
        return new ScimException(404, null, detail);
    }

    public int status() {
        return status;
    }

    /** Why the request is refused, by a name that stays. */
    public Reason reason() {
        return reason;
    }

    public Optional<String> scimType() {
        return Optional.ofNullable(scimType);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The error message of RFC 7644 §3.12; the status is a string there. */
    public ScimObject document() {
        ScimObject document = ScimObject.of("schemas", List.of(SCHEMA)).with("status", Integer.toString(status));
        scimType().ifPresent(type -> document.put("scimType", type));
        return document.with("detail", detail());
    }
}
