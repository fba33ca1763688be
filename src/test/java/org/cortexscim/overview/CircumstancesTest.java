package org.cortexscim.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.overview.Health.State.ATTENTION;
import static org.cortexscim.overview.Health.State.FAILING;
import static org.cortexscim.overview.Health.State.NOT_IN_USE;
import static org.cortexscim.overview.Health.State.PAUSED;
import static org.cortexscim.overview.Health.State.WELL;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.OpenFailure;
import org.cortexscim.scim.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CircumstancesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:12:30Z");
    private static final Pause PAUSE = new Pause(
            Optional.of(Instant.parse("2026-11-24T08:00:00Z")),
            Optional.of("the key 'Admin'"),
            Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
            Optional.of("move."));
    private static final Optional<LoggedRequest> TWELVE_MINUTES_AGO = Optional.of(ago(Duration.ofMinutes(12)));

    @ParameterizedTest
    @MethodSource("circumstances")
    void tellsWhatMattersMost(Circumstances circumstances, Health.State state, String part) {
        assertThat(circumstances.health().state()).isEqualTo(state);
        assertThat(circumstances.health().sentence()).contains(part);
    }

    static Stream<Arguments> circumstances() {
        OpenFailure seats = failure("USER_CREATE", Reason.SEATS_TAKEN, 3, "All 5 seats are taken.");
        OpenFailure key = failure("USER_SEARCH", Reason.CREDENTIAL_INVALID, 1, "The key has ended.");
        return Stream.of(
                arguments(given(TWELVE_MINUTES_AGO), WELL, "Last called 12 minutes ago by the key 'Okta'; all well."),
                arguments(given(Optional.of(ago(Duration.ofSeconds(5)))), WELL, "called less than a minute ago"),
                arguments(given(Optional.empty()), NOT_IN_USE, "No identity provider has called yet."),
                arguments(given(false, false, Optional.of(0L), List.of(seats)), NOT_IN_USE, "SCIM is off"),
                arguments(
                        given(true, true, Optional.of(0L), List.of(seats)),
                        PAUSED,
                        "Provisioning is paused since 24 Nov 08:00 UTC by the key 'Admin', until 24 Nov 10:00 UTC. Reason: move."),
                arguments(
                        given(true, false, Optional.of(0L), List.of(seats)),
                        FAILING,
                        "3 failures since 24 Nov 09:00 UTC: All 5 seats are taken. Deactivate users"),
                arguments(
                        given(true, false, Optional.empty(), List.of(key, seats)),
                        FAILING,
                        "1 failure since 24 Nov 09:00 UTC: The key has ended."),
                arguments(
                        given(true, false, Optional.empty(), List.of(key, seats)),
                        FAILING,
                        "(And 3 more of other kinds.)"),
                arguments(given(true, false, Optional.of(0L), List.of()), ATTENTION, "All seats are taken"),
                arguments(given(true, false, Optional.of(1L), List.of()), WELL, "all well"),
                arguments(
                        given(Optional.of(ago(Duration.ofHours(26)))),
                        ATTENTION,
                        "No request for 26 hours; usually every 40 minutes, and never before after more than 9 hours."),
                arguments(given(Optional.of(ago(Duration.ofHours(8)))), WELL, "8 hours ago"));
    }

    private static Circumstances given(Optional<LoggedRequest> last) {
        return new Circumstances(
                NOW, true, Optional.empty(), Optional.empty(), last, "the key 'Okta'", List.of(), activity());
    }

    private static Circumstances given(
            boolean on, boolean paused, Optional<Long> seatsLeft, List<OpenFailure> failures) {
        return new Circumstances(
                NOW,
                on,
                paused ? Optional.of(PAUSE) : Optional.empty(),
                seatsLeft,
                TWELVE_MINUTES_AGO,
                "the key 'Okta'",
                failures,
                activity());
    }

    /** Every 40 minutes, once after 9 hours. */
    private static Activity activity() {
        TreeMap<Instant, Long> minutes = new TreeMap<>();
        Instant begin = NOW.minus(Duration.ofDays(20));
        for (int i = 0; i < 5; i++) {
            minutes.put(begin.plus(Duration.ofMinutes(40L * i)), 3L);
        }
        minutes.put(minutes.lastKey().plus(Duration.ofHours(9)), 1L);
        return new Activity(minutes);
    }

    private static OpenFailure failure(String action, Reason reason, long count, String detail) {
        LoggedRequest last = request(NOW.minusSeconds(60), 403, Optional.of(reason), Optional.of(detail));
        return new OpenFailure(action, reason, count, Instant.parse("2026-11-24T09:00:00Z"), last);
    }

    private static LoggedRequest ago(Duration time) {
        return request(NOW.minus(time), 200, Optional.empty(), Optional.empty());
    }

    private static LoggedRequest request(Instant time, int status, Optional<Reason> reason, Optional<String> detail) {
        return new LoggedRequest(
                "id",
                time,
                Optional.of("ak1"),
                Optional.empty(),
                "192.0.2.10",
                "GET",
                "/scim/v2/Users",
                status,
                Optional.of("USER_SEARCH"),
                Optional.empty(),
                reason,
                detail,
                Duration.ofMillis(4),
                "request",
                false);
    }
}
