package org.cortexscim.access;

import org.cortexscim.roles.Permission;

/** A request that was refused for who sent it; the detail tells an admin what to do. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private AccessDenied(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** 401: no credential, or one that is not valid. */
    static AccessDenied unauthenticated(String detail) {
        return new AccessDenied(401, detail);
    }

    /** 403: a valid credential without the permission. */
    static AccessDenied missing(Permission permission) {
        return new AccessDenied(
                403,
                "The API key lacks the permission '%s'. Use a key with the Admin role, or with a custom role that has it."
                        .formatted(permission.label()));
    }

    /** 403: nobody may call this. */
    static AccessDenied closed() {
        return new AccessDenied(403, "This operation is open to nobody.");
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
