package org.cortexscim.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being answered, and where it came from. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private String address = "";
    private String requestId = "";

    void set(Caller known, String fromAddress, String id) {
        caller = known;
        address = fromAddress;
        requestId = id;
    }

    /** Empty until the request's credential has been checked. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** The user who calls; empty for an API key. */
    public Optional<String> userId() {
        return caller().flatMap(Caller::userId);
    }

    /** The address that the request came from, as text. */
    public String address() {
        return address;
    }

    /** The request's id, as in the answer's X-Request-Id. */
    public String requestId() {
        return requestId;
    }
}
