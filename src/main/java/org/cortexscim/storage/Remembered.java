package org.cortexscim.storage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.Supplier;

/** Something in the database that requests read all the time: read anew at most once a second, or when it is forgotten. */
public final class Remembered<T> {
    /** The time after which a change made on another node holds here. */
    public static final Duration FRESHNESS = Duration.ofSeconds(1);

    private static final String ONLY = "";

    private final LoadingCache<String, T> cache;

    public Remembered(Supplier<T> read) {
        cache = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).build(only -> read.get());
    }

    /** What was read last; at most a second old. */
    public T current() {
        return cache.get(ONLY);
    }

    /** Takes what has just been read in place of what readers that began earlier may still put here. */
    public void replace(T latest) {
        cache.put(ONLY, latest);
    }

    /** To be called after a change on this node, which holds at once. */
    public void forget() {
        cache.invalidateAll();
    }
}
