package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.storage.InTransaction;

/**
 * Records when each key was last used. A request only leaves a note in memory; a timer writes the notes, to the minute: so a key
 * in use costs one write a minute at most, whatever the number of requests and of nodes.
 */
@ApplicationScoped
class KeyUse {
    @Inject
    private ApiKeyStore store;

    private final Map<String, Instant> notes = new ConcurrentHashMap<>();

    void used(String cid, Instant time) {
        notes.put(cid, time);
    }

    /** The notes since they were last {@link #forget forgotten}. */
    Map<String, Instant> noted() {
        return Map.copyOf(notes);
    }

    /** In the order of their ids: two nodes that write the same keys would else wait for each other. */
    @InTransaction
    void write(Map<String, Instant> noted) {
        new TreeMap<>(noted).forEach((cid, time) -> store.use(cid, time.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Forgets what has been written, but not a use that came in between. */
    void forget(Map<String, Instant> written) {
        written.forEach(notes::remove);
    }
}
