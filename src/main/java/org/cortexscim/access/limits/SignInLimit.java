package org.cortexscim.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the failed sign-ins of one address: {@code FAILED_SIGN_INS_PER_MINUTE}, 0 for no limit. An address that has
 * failed too often is refused without a look at its credential, unless that credential was good within the last hour:
 * an identity provider's address serves many customers, and one customer must not lock out another.
 */
@ApplicationScoped
public class SignInLimit {
    private static final int MAX_REMEMBERED = 10_000;

    @Inject
    @ConfigProperty(name = "FAILED_SIGN_INS_PER_MINUTE", defaultValue = "60")
    private int perMinute;

    private Buckets failures = new Buckets(0);
    private final Cache<String, Boolean> good = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    @PostConstruct
    void begin() {
        failures = Buckets.configured("FAILED_SIGN_INS_PER_MINUTE", perMinute);
    }

    /** A limit that is none stops the start, and not the first request. */
    void check(@Observes Startup startup) {}

    /**
     * The time that this address has to wait with this credential; empty when it may try now.
     *
     * @param credential the credential's hash
     */
    public Optional<Duration> wait(String address, String credential) {
        return failures.wait(address).filter(wait -> good.getIfPresent(credential) == null);
    }

    /** The credential with this hash was not valid. */
    public void failed(String address) {
        failures.take(address);
    }

    /** The credential with this hash was valid. */
    public void succeeded(String credential) {
        good.put(credential, true);
    }
}
