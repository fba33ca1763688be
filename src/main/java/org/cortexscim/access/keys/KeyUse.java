package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.storage.InTransaction;

/**
 * Records when each key was last used, and with which of its secrets. A request only leaves a note in memory; a timer
 * writes the notes, to the minute: so a secret in use costs one write a minute at most, whatever the number of requests
 * and of nodes.
 */
@ApplicationScoped
class KeyUse {
    /** In the order of the keys: two nodes that write the same ones would otherwise wait for each other. */
    private static final Comparator<Map.Entry<String, Note>> ORDER =
            Comparator.<Map.Entry<String, Note>, String>comparing(
                            note -> note.getValue().cid())
                    .thenComparing(Map.Entry::getKey);

    @Inject
    private ApiKeyStore keys;

    @Inject
    private SecretStore secrets;

    /** By the hash of the secret. */
    private final Map<String, Note> notes = new ConcurrentHashMap<>();

    /** The last use of a secret of this key. */
    record Note(String cid, Instant time) {}

    void used(String hash, String cid, Instant time) {
        notes.put(hash, new Note(cid, time));
    }

    /** The notes since they were last {@link #forget forgotten}. */
    Map<String, Note> noted() {
        return Map.copyOf(notes);
    }

    /** The key's own last use is written too: it outlives a secret that has been ended. */
    @InTransaction
    void write(Map<String, Note> noted) {
        noted.entrySet().stream().sorted(ORDER).forEach(entry -> {
            Instant minute = entry.getValue().time().truncatedTo(ChronoUnit.MINUTES);
            keys.use(entry.getValue().cid(), minute);
            secrets.use(entry.getKey(), minute);
        });
    }

    /** Forgets what has been written, but not a use that came in between. */
    void forget(Map<String, Note> written) {
        written.forEach(notes::remove);
    }
}
