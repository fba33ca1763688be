package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKeySecret;
import org.cortexscim.access.keys.KnownKey;
import org.cortexscim.access.keys.KnownKeys;
import org.cortexscim.access.limits.SignInLimit;

/** Finds out whose a credential is. An address that sends too many of no use has to wait, and the audit log counts them. */
@ApplicationScoped
public class SignIn {
    @Inject
    private KnownKeys keys;

    @Inject
    private Tokens tokens;

    @Inject
    private SignInLimit limit;

    @Inject
    private SignInTally tally;

    @Inject
    private CurrentCaller current;

    /**
     * The owner of an API key or a token, who calls from now on.
     *
     * @param address that the request came from
     * @param secret empty for none
     * @throws AccessDenied 401 or 429
     */
    public Caller with(String address, String secret) {
        current.calls(address);
        String hash = ApiKeySecret.hash(secret);
        limit.wait(address, hash).ifPresent(wait -> {
            throw AccessDenied.tooManyFailures(wait);
        });
        Caller caller;
        try {
            caller = caller(secret);
        } catch (AccessDenied denied) {
            current.isUnknown(ApiKeySecret.shown(secret));
            limit.failed(address);
            tally.failed(address, denied.detail());
            throw denied;
        }
        current.isKnown(caller);
        limit.succeeded(hash);
        return caller;
    }

    private Caller caller(String secret) {
        if (secret.isEmpty()) {
            throw AccessDenied.withoutCredential();
        }
        return Tokens.isToken(secret) ? tokens.caller(secret) : key(secret);
    }

    private Caller key(String secret) {
        if (ApiKeySecret.isMistyped(secret)) {
            throw AccessDenied.unauthenticated(
                    "The API key is mistyped or truncated: its checksum is wrong. Copy the whole key again.");
        }
        return keys.find(secret)
                .map(SignIn::owner)
                .orElseThrow(() -> AccessDenied.unauthenticated(
                        "The API key is not valid: it may be mistyped, expired or deleted."));
    }

    static Caller owner(KnownKey key) {
        return new Caller(Caller.Type.API_KEY, key.cid(), key.name(), key.permissions(), Optional.empty(), key.end());
    }
}
