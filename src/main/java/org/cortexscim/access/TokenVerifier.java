package org.cortexscim.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Checks tokens of the organisation's identity provider as MicroProfile JWT demands: an RS256 signature by one of the
 * provider's published keys, the issuer, the audience, and the time. The server's own feature for it is not used, because
 * it writes refused tokens, and keys that it takes for tokens, to its logs and dumps: see docs/decisions/0009.
 */
@ApplicationScoped
class TokenVerifier {
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    /** Without the provider, tokens are checked by the keys that were read last. */
    private static final Duration KEYS_KEPT_WITHOUT_PROVIDER = Duration.ofDays(1);
    /** A token that names an unknown key makes the service read the keys again, at most this often. */
    private static final Duration KEYS_READ_AGAIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    @Inject
    @ConfigProperty(name = "JWT_ISSUER")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "JWT_JWKS_URL")
    private Optional<String> jwksUrl;

    @Inject
    @ConfigProperty(name = "JWT_AUDIENCE", defaultValue = "cortex-scim")
    private String audience;

    @Inject
    @ConfigProperty(name = "JWT_USER_CLAIM", defaultValue = "email")
    private String userClaim;

    @Inject
    @ConfigProperty(name = "JWT_ROLES_CLAIM", defaultValue = "groups")
    private String rolesClaim;

    private Optional<JwtConsumer> consumer = Optional.empty();

    /** What a token that has passed says. */
    record Claims(String name, Set<String> roles) {}

    @PostConstruct
    void begin() {
        if (issuer.isPresent() && jwksUrl.isEmpty()) {
            throw new IllegalStateException(
                    "JWT_JWKS_URL must be the address of the issuer's keys when JWT_ISSUER is set.");
        }
        consumer = issuer.map(name -> consumer(name, jwksUrl.orElseThrow()));
    }

    boolean isConfigured() {
        return consumer.isPresent();
    }

    /** An issuer without keys stops the start, and not the first request. */
    void check(@Observes Startup startup) {}

    /** The claims of a token; empty when it is not valid, or when no issuer is configured. */
    Optional<Claims> verify(String token) {
        return consumer.flatMap(checks -> {
            try {
                return claims(checks.processToClaims(token));
            } catch (InvalidJwtException refused) {
                return Optional.empty();
            }
        });
    }

    private Optional<Claims> claims(JwtClaims claims) {
        return claims.getClaimValue(userClaim) instanceof String name
                ? Optional.of(new Claims(name, roles(claims.getClaimValue(rolesClaim))))
                : Optional.empty();
    }

    private static Set<String> roles(Object claim) {
        Collection<?> all = claim instanceof Collection<?> several ? several : Set.of();
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    private JwtConsumer consumer(String expectedIssuer, String url) {
        Get get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        HttpsJwks keys = new HttpsJwks(url);
        keys.setSimpleHttpGet(get);
        keys.setDefaultCacheDuration(KEYS_KEPT.toSeconds());
        keys.setRetainCacheOnErrorDuration(KEYS_KEPT_WITHOUT_PROVIDER.toSeconds());
        keys.setRefreshReprieveThreshold(KEYS_READ_AGAIN.toMillis());
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) CLOCK_SKEW.toSeconds())
                .setExpectedIssuer(expectedIssuer)
                .setExpectedAudience(audience)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build();
    }
}
