package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.storage.Ids;
import org.cortexscim.storage.InTransaction;

/** What the request log tells about the identity provider's requests as a whole, without those of a test. */
@ApplicationScoped
public class RequestStatistics {
    /** So long a failure is shown that no success has followed. */
    private static final Duration MEMORY = Duration.ofDays(7);

    @Inject
    private RequestStatisticsStore store;

    @Inject
    private Clock clock;

    /** The last request to SCIM of a caller that was known. */
    @InTransaction(readOnly = true)
    public Optional<LoggedRequest> last() {
        return store.last();
    }

    /**
     * What has failed in the last 7 days and not succeeded since, the newest first: the requests of a kind that an
     * identity provider has sent, that is, with a key or a token.
     */
    @InTransaction(readOnly = true)
    public List<OpenFailure> openFailures() {
        String since = since(MEMORY);
        return store.newest().entrySet().stream()
                .filter(newest -> newest.getValue().fails())
                .flatMap(newest ->
                        store.failures(newest.getKey(), newest.getValue().successSince(since)))
                .sorted(Comparator.comparing(
                                (OpenFailure failure) -> failure.last().id())
                        .reversed())
                .toList();
    }

    /** The newest requests of each action that identity providers have sent. */
    @InTransaction(readOnly = true)
    public Map<String, LastRequests> newest() {
        return store.newest();
    }

    /** The newest request to SCIM that was refused for the address that it came from, within the last 7 days. */
    @InTransaction(readOnly = true)
    public Optional<LoggedRequest> lastFromElsewhere() {
        return store.lastFromElsewhere(since(MEMORY));
    }

    /** The reasons of the failures within a time up to now, and how often each occurred; the most frequent first. */
    @InTransaction(readOnly = true)
    public List<ReasonCount> reasons(Duration time) {
        return store.reasons(since(time));
    }

    /** The requests to SCIM within a time up to now. */
    @InTransaction(readOnly = true)
    public Activity activity(Duration time) {
        return store.activity(since(time));
    }

    private String since(Duration time) {
        Instant begin = clock.instant().minus(time);
        return Ids.firstAt(begin);
    }
}
