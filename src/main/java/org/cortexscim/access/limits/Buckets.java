package org.cortexscim.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * A token bucket for each name: it holds as many tokens as a minute allows, and fills evenly. One that is full again has
 * nothing to remember and is forgotten.
 */
public final class Buckets {
    private static final int MAX_NAMES = 100_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> byName = Caffeine.newBuilder()
            .maximumSize(MAX_NAMES)
            .expireAfterAccess(PERIOD)
            .build();

    /**
     * Buckets of that size.
     *
     * @param perMinute how many tokens a minute brings; 0 for any number
     */
    public Buckets(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Buckets of a size that is configured.
     *
     * @throws IllegalStateException when it is negative
     */
    static Buckets configured(String variable, int perMinute) {
        if (perMinute < 0) {
            throw new IllegalStateException(
                    variable + " must be a whole number of at least 0, where 0 means no limit.");
        }
        return new Buckets(perMinute);
    }

    /** Takes a token; when the bucket is empty, returns the time until it has one. */
    public Optional<Duration> take(String name) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = byName.get(name, any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The time until the bucket has a token; empty when it has one now. */
    Optional<Duration> wait(String name) {
        Bucket bucket = byName.getIfPresent(name);
        if (bucket == null) {
            return Optional.empty();
        }
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
