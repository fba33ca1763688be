package org.cortexscim.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.Permission;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being answered, and where it came from. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private @Nullable String keyPrefix;
    private String address = "";
    private String requestId = "";
    private boolean test;

    /** Notes the request's id, before anything else is known about it. */
    public void sends(String id) {
        requestId = id;
    }

    void calls(String fromAddress) {
        address = fromAddress;
    }

    /** Notes the beginning of an API key that is not valid. */
    void isUnknown(Optional<String> prefix) {
        keyPrefix = prefix.orElse(null);
    }

    /** Notes that this service sends the request itself, for that caller. */
    void tests(TestPass.Bearer bearer) {
        test = true;
        address = bearer.address();
        caller = bearer.caller();
    }

    void isKnown(Caller known) {
        caller = known;
    }

    /** Empty until the request's credential has been checked. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** The beginning of the API key when it is not valid: enough to recognize it by, and far too little to use it. */
    public Optional<String> keyPrefix() {
        return Optional.ofNullable(keyPrefix);
    }

    /** The user who calls; empty for an API key. */
    public Optional<String> userId() {
        return caller().flatMap(Caller::userId);
    }

    /** The caller's permissions, which bound those it can grant; none until the credential has been checked. */
    public Authority authority() {
        return new Authority(caller().map(Caller::permissions).orElse(Set.of()));
    }

    /** The address that the request came from, as text. */
    public String address() {
        return address;
    }

    /** Whether this service has sent the request, to try itself out. */
    public boolean isTest() {
        return test;
    }

    /** Whether the caller has the permission; nobody has any until the credential has been checked. */
    public boolean has(Permission permission) {
        return caller().filter(known -> known.has(permission)).isPresent();
    }

    /**
     * Refuses a caller without the permission.
     *
     * @throws AccessDenied 403
     */
    public void require(Permission permission) {
        if (!has(permission)) {
            throw AccessDenied.missing(permission);
        }
    }

    /** The request's id, as in the answer's X-Request-Id. */
    public String requestId() {
        return requestId;
    }
}
