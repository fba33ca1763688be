package org.cortexscim.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.directory.Account;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.directory.activity.UserActivity;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.storage.CachesForgotten;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Recognizes who holds a token of the organisation's identity provider. */
@ApplicationScoped
public class Tokens {
    /** Every JSON object that is Base64-encoded begins so, and no API key does. */
    private static final String BEGIN = "ey";

    /** No user has a longer name, no OpenID subject is longer, and every table that keeps a caller's name has room. */
    static final int MAX_NAME = 255;

    private static final int MAX_CACHED = 10_000;

    @Inject
    private UserDirectory users;

    @Inject
    private Roles roles;

    @Inject
    private UserActivity activity;

    @Inject
    private TokenVerifier verifier;

    @Inject
    @ConfigProperty(name = "JWT_SERVICES")
    private Optional<List<String>> services;

    /** A user who is deactivated is refused everywhere after a second, and one who has lost a role is without it. */
    private final LoadingCache<String, Optional<Account>> accounts = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(userName -> users.account(userName));

    void forgetAll(@Observes CachesForgotten event) {
        accounts.invalidateAll();
    }

    /** Whether users can call with a token at all: an issuer is configured. */
    public boolean areAccepted() {
        return verifier.isConfigured();
    }

    /** Tells whether a credential looks like a token rather than an API key. */
    static boolean isToken(String credential) {
        return credential.startsWith(BEGIN);
    }

    /**
     * The caller with this token, with the roles in it and those that the workspace gives the user.
     *
     * @throws AccessDenied 401 when the token is not valid or its user may not use the workspace any more
     */
    Caller caller(String token) {
        TokenVerifier.Claims claims = verifier.verify(token)
                .orElseThrow(() -> AccessDenied.unauthenticated(
                        "The token is not valid: it may have expired, or it is not from the issuer and for the"
                                + " audience that this service accepts (JWT_ISSUER, JWT_AUDIENCE)."));
        if (!isUsable(claims.name())) {
            throw AccessDenied.unauthenticated(
                    "The name in the token (JWT_USER_CLAIM) must have 1 to %d characters, none of them a control character."
                            .formatted(MAX_NAME));
        }
        Optional<Account> account = accounts.get(claims.name());
        if (account.isEmpty() && !isService(claims.name())) {
            throw AccessDenied.unauthenticated(
                    "The workspace does not have the user of this token; it may have been deleted."
                            + " The operator names a service that is not a user in JWT_SERVICES.");
        }
        if (account.isPresent() && !account.get().active()) {
            throw AccessDenied.unauthenticated("The user of this token is deactivated in the workspace.");
        }
        account.map(Account::id).ifPresent(activity::calls);
        Set<RoleRef> held = new HashSet<>(claims.roles());
        account.map(Account::roles).ifPresent(held::addAll);
        return new Caller(
                Caller.Type.OAUTH2,
                claims.name(),
                claims.name(),
                roles.permissionsOf(held),
                account.map(Account::id),
                Optional.empty());
    }

    /** Tells whether the operator has named this caller, who is not a user. */
    private boolean isService(String name) {
        String key = SearchKey.folded(name);
        return services.orElse(List.of()).stream()
                .anyMatch(service -> SearchKey.folded(service.trim()).equals(key));
    }

    /** Tells whether a name can be looked up and kept: databases have no room for some. */
    static boolean isUsable(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME
                && name.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }
}
