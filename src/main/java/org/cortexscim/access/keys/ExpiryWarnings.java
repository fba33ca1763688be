package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.cortexscim.scim.Difference;
import org.cortexscim.storage.InTransaction;

/** Announces keys twenty days, seven days and one day before they end, each once, whatever the number of nodes. */
@ApplicationScoped
@InTransaction
class ExpiryWarnings {
    @Inject
    private ExpiryStore store;

    @Inject
    private Event<ApiKeyChanged> changes;

    /** Announces every key for which it is time; an earlier window's warning is left out when a later one has begun. */
    void warn(Instant now) {
        for (ExpiryWindow window : ExpiryWindow.values()) {
            warn(store.notWarned(window, now), now);
        }
    }

    /** Announces those of the keys that end soon. */
    void warn(List<ApiKey> keys, Instant now) {
        keys.forEach(key -> key.expires()
                .flatMap(end -> ExpiryWindow.of(end, now))
                .filter(window -> store.warn(key.cid(), window))
                .ifPresent(window -> changes.fire(ApiKeyChanged.of(
                        ApiKeyChanged.Kind.EXPIRES_SOON,
                        key,
                        List.of(new Difference("expiresWithin", null, window.text()))))));
    }
}
