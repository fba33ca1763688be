package org.cortexscim.access.limits;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the requests that one caller may send: {@code SCIM_REQUESTS_PER_MINUTE} to SCIM and {@code API_REQUESTS_PER_MINUTE} to
 * the administration API, 0 for any number. Every node counts for itself.
 */
@ApplicationScoped
public class RequestLimits {
    @Inject
    @ConfigProperty(name = "SCIM_REQUESTS_PER_MINUTE", defaultValue = "3000")
    private int scimPerMinute;

    @Inject
    @ConfigProperty(name = "API_REQUESTS_PER_MINUTE", defaultValue = "1000")
    private int apiPerMinute;

    private Buckets scim = new Buckets(0);
    private Buckets api = new Buckets(0);

    @PostConstruct
    void begin() {
        scim = Buckets.configured("SCIM_REQUESTS_PER_MINUTE", scimPerMinute);
        api = Buckets.configured("API_REQUESTS_PER_MINUTE", apiPerMinute);
    }

    /** A limit that is none stops the start, and not the first request. */
    void check(@Observes Startup startup) {}

    /** Counts a request to SCIM; when it is one too many, how long the caller has to wait. */
    public Optional<Duration> countScim(String caller) {
        return scim.take(caller);
    }

    /** Counts a request to the administration API; when it is one too many, how long the caller has to wait. */
    public Optional<Duration> countApi(String caller) {
        return api.take(caller);
    }
}
