package org.cortexscim.directory.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.storage.InTransaction;

/**
 * Records when users last called. A call only leaves a note in memory, once a minute for each user; a timer writes the notes, so
 * that no request waits for it. What a node has not written when it stops is lost.
 */
@ApplicationScoped
public class UserActivity {
    private static final Duration ROUGHLY = Duration.ofMinutes(1);
    private static final int MAX_NOTED = 100_000;

    @Inject
    private UserActivityStore store;

    @Inject
    private Clock clock;

    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MAX_NOTED)
            .expireAfterWrite(ROUGHLY)
            .build();

    /** The user calls now. */
    public void calls(String userId) {
        if (noted.asMap().putIfAbsent(userId, true) == null) {
            unwritten.put(userId, clock.instant());
        }
    }

    /** The recorded time of each user's last call; users who never called are missing. */
    @InTransaction(readOnly = true)
    public Map<String, Instant> lastCalls(Collection<String> userIds) {
        return store.lastCalls(userIds);
    }

    /** Writes the notes, each in its own transaction, so that no request waits for more than one user's row. */
    void write() {
        new TreeMap<>(unwritten).forEach((userId, instant) -> {
            store.write(userId, instant);
            unwritten.remove(userId, instant);
        });
    }
}
