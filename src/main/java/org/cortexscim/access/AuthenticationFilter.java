package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.keys.ApiKeySecret;
import org.cortexscim.access.keys.KnownKeys;
import org.cortexscim.access.limits.SignInLimit;

/** Finds out who calls, before anything else about the request is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {
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

    @Inject
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String address = ClientAddress.of(request).address().toString();
        current.calls(address);
        String secret = Credential.in(context.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElse("");
        String hash = ApiKeySecret.hash(secret);
        limit.wait(address, hash).ifPresent(wait -> {
            throw AccessDenied.tooManyFailures(wait);
        });
        try {
            current.isKnown(caller(secret));
        } catch (AccessDenied denied) {
            current.isUnknown(ApiKeySecret.shown(secret));
            limit.failed(address);
            tally.failed(address, denied.detail());
            throw denied;
        }
        limit.succeeded(hash);
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
                .map(key -> new Caller(
                        Caller.Type.API_KEY, key.cid(), key.name(), key.permissions(), Optional.empty(), key.end()))
                .orElseThrow(() -> AccessDenied.unauthenticated(
                        "The API key is not valid: it may be mistyped, expired or deleted."));
    }
}
