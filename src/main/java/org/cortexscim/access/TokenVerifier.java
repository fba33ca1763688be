package org.cortexscim.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.CachesForgotten;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Checks tokens of the organisation's identity provider as MicroProfile JWT demands: an RS256 or ES256 signature by one of the
 * provider's published keys, the issuer, the audience, and the time. The server's own feature for it is not used, because
 * it writes refused tokens, and keys that it takes for tokens, to its logs and dumps: see docs/decisions/0009.
 */
@ApplicationScoped
class TokenVerifier {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

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

    @Inject
    @ConfigProperty(name = "JWT_ROLE_MAP")
    private Optional<List<String>> roleMap;

    private volatile Optional<JwtConsumer> consumer = Optional.empty();
    private TokenRoles roles = TokenRoles.of(Optional.empty());

    /** What a token that has passed says. */
    record Claims(String name, Set<RoleRef> roles) {}

    @PostConstruct
    void begin() {
        if (issuer.isPresent() && jwksUrl.isEmpty()) {
            throw new IllegalStateException(
                    "JWT_JWKS_URL must be the address of the issuer's keys when JWT_ISSUER is set.");
        }
        roles = TokenRoles.of(roleMap);
        consumer = consumer();
    }

    /** The issuer's keys are read anew: one that it has withdrawn would be accepted for up to an hour otherwise. */
    void forgetAll(@Observes CachesForgotten event) {
        consumer = consumer();
    }

    boolean isConfigured() {
        return consumer.isPresent();
    }

    /** An issuer without keys stops the start, and not the first request. */
    void check(@Observes Startup startup) {}

    private Optional<JwtConsumer> consumer() {
        return issuer.map(name -> consumer(name, jwksUrl.orElseThrow()));
    }

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

    private Set<RoleRef> roles(Object claim) {
        Collection<?> all = claim instanceof Collection<?> several ? several : Set.of();
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(value -> roles.role(value).stream())
                .collect(Collectors.toSet());
    }

    private JwtConsumer consumer(String expectedIssuer, String url) {
        HttpsJwks keys = new IssuerKeys(url, System::nanoTime);
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) CLOCK_SKEW.toSeconds())
                .setExpectedIssuer(expectedIssuer)
                .setExpectedAudience(audience)
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build();
    }
}
