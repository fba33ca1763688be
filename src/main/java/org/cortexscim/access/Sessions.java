package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKeySecret;
import org.cortexscim.access.keys.KnownKeys;
import org.cortexscim.storage.Seal;

/**
 * The sessions of people in the console. A session is a sealed string in a cookie, so that any node can go on with it and
 * none remembers it. It names the secret of an API key by its hash: with the secret, or the key, its sessions end within
 * a second.
 */
@ApplicationScoped
public class Sessions {
    /** How long a session lasts without a request. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lasts at most. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);
    private static final byte[] BINDING = "console session".getBytes(StandardCharsets.UTF_8);

    @Inject
    private Seal seal;

    @Inject
    private KnownKeys keys;

    @Inject
    private Clock clock;

    /** A session that goes on, and the cookie's new value when it is time for one. */
    record Resumed(Caller caller, Optional<String> renewed) {}

    /** A new session of whoever has this secret of an API key. */
    public String begin(String secret) {
        Instant now = clock.instant();
        return sealed(new Session(ApiKeySecret.hash(secret), now, now));
    }

    /** Goes on with the session in a cookie; empty when it has ended. */
    Optional<Resumed> resume(String cookie) {
        Instant now = clock.instant();
        return seal.open(cookie, BINDING)
                .map(Session::parsed)
                .filter(session -> session.lasts(now))
                .flatMap(session -> keys.ofSecret(session.hash())
                        .map(key -> new Resumed(SignIn.owner(key), renewed(session, now))));
    }

    private Optional<String> renewed(Session session, Instant now) {
        return Optional.of(session)
                .filter(old -> old.seen().plus(RENEWED_AFTER).isBefore(now))
                .map(old -> sealed(new Session(old.hash(), old.began(), now)));
    }

    private String sealed(Session session) {
        return seal.close(session.text(), BINDING);
    }

    /**
     * What the seal keeps.
     *
     * @param hash of the secret
     * @param seen when the last request of the session was answered, to the minute
     */
    private record Session(String hash, Instant began, Instant seen) {
        static Session parsed(String text) {
            String[] parts = text.split(" ", -1);
            return new Session(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]));
        }

        String text() {
            return hash + " " + began + " " + seen;
        }

        boolean lasts(Instant now) {
            return now.isBefore(seen.plus(IDLE)) && now.isBefore(began.plus(LONGEST));
        }
    }
}
