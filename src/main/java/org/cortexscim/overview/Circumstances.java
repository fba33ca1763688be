package org.cortexscim.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.OpenFailure;

/**
 * What the health follows from.
 *
 * @param on whether a switch is on
 * @param pause empty while provisioning goes on
 * @param seatsLeft the number of free seats; empty for no limit
 * @param last the last request of a known caller
 * @param caller the name of that caller
 * @param failures what fails, the newest first
 * @param activity the requests of the last weeks
 */
record Circumstances(
        Instant now,
        boolean on,
        Optional<Pause> pause,
        Optional<Long> seatsLeft,
        Optional<LoggedRequest> last,
        String caller,
        List<OpenFailure> failures,
        Activity activity) {
    private static final Duration SHORTEST_ALARM = Duration.ofHours(1);

    /** The first of these that applies. */
    Health health() {
        if (!on) {
            return new Health(
                    Health.State.NOT_IN_USE,
                    "SCIM is off, and every request is refused. Turn on automatic provisioning, automatic deprovisioning, or"
                            + " both.");
        }
        if (pause.isPresent()) {
            return new Health(
                    Health.State.PAUSED,
                    pause.get().sentence() + " The identity provider is told to repeat its changes later.");
        }
        if (!failures.isEmpty()) {
            return failing(failures.get(0));
        }
        if (last.isEmpty()) {
            return new Health(
                    Health.State.NOT_IN_USE,
                    "No identity provider has called yet. Set one up, then test its credentials.");
        }
        if (seatsLeft.filter(left -> left <= 0).isPresent()) {
            return new Health(
                    Health.State.ATTENTION,
                    "All seats are taken: the next new user will be refused. Deactivate users, or raise the seat limit.");
        }
        return calledLast(last.get());
    }

    private Health failing(OpenFailure failure) {
        long others = failures.stream().mapToLong(OpenFailure::count).sum() - failure.count();
        return new Health(
                Health.State.FAILING,
                "%s since %s: %s %s%s"
                        .formatted(
                                failure.count() == 1 ? "1 failure" : failure.count() + " failures",
                                TimeSpan.minute(failure.first()),
                                failure.last().detail().orElse("the server could not say why."),
                                failure.reason().action(),
                                others == 0 ? "" : " (And %d more of other kinds.)".formatted(others)));
    }

    private Health calledLast(LoggedRequest request) {
        Duration silence = Duration.between(request.time(), now);
        Optional<Duration> longest = activity.longestPause();
        if (longest.isPresent() && silence.compareTo(longest.get()) > 0 && silence.compareTo(SHORTEST_ALARM) > 0) {
            return new Health(
                    Health.State.ATTENTION,
                    "No request for %s; usually every %s, and never before after more than %s. Check that the identity"
                                    .formatted(
                                            TimeSpan.words(silence),
                                            TimeSpan.words(activity.usualPause().orElse(longest.get())),
                                            TimeSpan.words(longest.get()))
                            + " provider still provisions this workspace, and that the network lets it through.");
        }
        return new Health(
                Health.State.WELL, "Last called %s ago by %s; all well.".formatted(TimeSpan.words(silence), caller));
    }
}
