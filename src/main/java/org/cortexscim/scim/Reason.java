package org.cortexscim.scim;

/**
 * Why requests are refused, under names that stay: the request log and the documentation use them. Each comes with what
 * an admin can do about it.
 */
public enum Reason {
    SCIM_OFF(
            403,
            "Turn on automatic provisioning or automatic deprovisioning with PUT /api/v1/scim/settings, then test the"
                    + " credentials again."),
    PROVISIONING_OFF(403, "Turn on the setting automaticProvisioning, then retry the task."),
    DEPROVISIONING_OFF(403, "Turn on the setting automaticDeprovisioning, then retry the task."),
    ROLE_PROVISIONING_OFF(404, "Turn on the setting roleProvisioning, then send the request again."),
    SEATS_TAKEN(403, "Deactivate users or raise the setting seatLimit, then retry the task."),
    USER_NAME_FORMAT(400, "Set the username format of the app to Email, then assign the person again."),
    EMAIL_FIXED(400, "Undo the change at the identity provider, or turn on the setting emailChange."),
    REACTIVATION_BY_PATCH(400, "Turn on the setting reactivationByPatch, then retry the task."),
    NAME_TAKEN(409, "Let the identity provider find the existing resource first, or choose another name."),
    LAST_ADMIN(409, "Give another user, or another API key, the Admin role first."),
    CREDENTIAL_MISSING(401, "Enter the API key at the identity provider; let proxies pass the Authorization header."),
    CREDENTIAL_INVALID(401, "Enter a valid API key or token again; create a new key if the old one has ended."),
    PERMISSION_MISSING(403, "Use a key with the Admin role, or with a custom role that has the permission."),
    OPERATION_CLOSED(403, "Use another operation: no one may call this one."),
    ADDRESS_NOT_LISTED(403, "Add the caller's address to the IP allowlist, from an address that is on it."),
    ADDRESS_UNCLEAR(400, "Correct the forwarding headers of the trusted proxy in front of the service."),
    LOCKED_OUT(400, "Add your own address to the list too, or send force=true when the list is right without it."),
    TOO_MANY_REQUESTS(429, "Wait as long as the Retry-After header says, or raise the limit of requests per minute."),
    TOO_MANY_FAILURES(429, "Correct the credential, then wait as long as the Retry-After header says."),
    OVERLOADED(429, "Send the request again after as long as the Retry-After header says."),
    CONCURRENT_CHANGES(429, "Send the request again after as long as the Retry-After header says."),
    INVALID_REQUEST(400, "Correct the request as the detail says."),
    FORBIDDEN(403, "Do as the detail says."),
    NOT_FOUND(404, "Check the id; if the resource was deleted here, unassign the person or group and assign again."),
    UNKNOWN_PATH(404, "Correct the base URL: for SCIM it ends with /scim/v2."),
    METHOD_NOT_ALLOWED(405, "Use one of the methods that the Allow header lists."),
    NOT_ACCEPTABLE(406, "Send an Accept header that allows application/json, or the type of the export."),
    BODY_TOO_SLOW(408, "Send the whole body at once; look for a slow network or proxy in between."),
    CONFLICT(409, "Resolve the conflict that the detail names, then send the request again."),
    VERSION_MISMATCH(412, "Read the resource again and repeat the change on its current version."),
    TOO_LARGE(413, "Send less at once."),
    MEDIA_TYPE(415, "Send the body as application/json; for SCIM, application/scim+json is right too."),
    DATABASE_AWAY(429, "Send the request again when the database answers; GET /health/ready tells."),
    PAUSED(
            429,
            "Turn off the setting 'paused' when the identity provider may go on; it repeats its requests by itself."),
    STOPPING(429, "Send the request again after as long as the Retry-After header says."),
    DISK_FULL(429, "Make room on the disk of the database, then send the request again."),
    NOT_IMPLEMENTED(501, "Call the resource itself, or let the operator configure what the detail names."),
    UNEXPECTED(500, "Look up the request id in the server's log.");

    private final int status;
    private final String action;

    Reason(int status, String action) {
        this.status = status;
        this.action = action;
    }

    /** The HTTP status of the refusal. */
    public int status() {
        return status;
    }

    /** What an admin or the client can do about it, as a sentence. */
    public String action() {
        return action;
    }

    /** The reason when nothing is known but the status. */
    public static Reason of(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> CREDENTIAL_MISSING;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TOO_SLOW;
            case 409 -> CONFLICT;
            case 412 -> VERSION_MISMATCH;
            case 413 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE;
            case 429 -> OVERLOADED;
            case 501 -> NOT_IMPLEMENTED;
            default -> status < 500 ? INVALID_REQUEST : UNEXPECTED;
        };
    }
}
