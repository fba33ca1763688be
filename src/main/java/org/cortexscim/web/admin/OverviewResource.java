package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.OpenFailure;
import org.cortexscim.access.requests.ReasonCount;
import org.cortexscim.overview.Day;
import org.cortexscim.overview.Health;
import org.cortexscim.overview.Overview;
import org.cortexscim.overview.Pause;
import org.cortexscim.overview.ProvisioningOverview;
import org.cortexscim.roles.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How provisioning is going. */
@Path("/scim/overview")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
    @Inject
    private ProvisioningOverview overview;

    @Schema(name = "Overview")
    record Document(
            Health.State state,

            @Schema(
                    description = "The state in a sentence, and what to do about it.",
                    examples = "Last called 12 minutes ago by the key 'Okta'; all well.")
            String sentence,

            @Schema(description = "null while provisioning goes on.")
            Optional<PauseFigures> pause,

            @Schema(description = "When the last request of a known caller was answered; null if there was none.")
            Optional<Instant> lastRequest,

            List<Failure> failures,
            @Schema(examples = "12") long seatsUsed,

            @Schema(description = "null for no limit.", examples = "50")
            Optional<Integer> seatLimit,

            @Schema(description = "The last 14 days up to today, in UTC.")
            List<DayFigures> days,

            @Schema(description = "The last 60 minutes up to this one.")
            List<MinuteFigures> minutes,

            @Schema(description = "Why requests failed within the last 24 hours, the most frequent reason first.")
            List<ReasonFigures> reasons) {

        static Document of(Overview overview) {
            return new Document(
                    overview.health().state(),
                    overview.health().sentence(),
                    overview.pause().map(PauseFigures::of),
                    overview.last().map(LoggedRequest::time),
                    overview.failures().stream().map(Failure::of).toList(),
                    overview.seatsUsed(),
                    overview.seatLimit(),
                    overview.days().stream().map(DayFigures::of).toList(),
                    overview.minutes().stream().map(MinuteFigures::of).toList(),
                    overview.reasons().stream().map(ReasonFigures::of).toList());
        }
    }

    @Schema(name = "Pause")
    record PauseFigures(
            @Schema(description = "null if the audit log does not have it any more.")
            Optional<Instant> since,

            @Schema(description = "Who has paused; null if the audit log does not tell.", examples = "the key 'Admin'")
            Optional<String> by,

            @Schema(description = "When it ends by itself; null for never.")
            Optional<Instant> until,

            Optional<String> reason) {
        static PauseFigures of(Pause pause) {
            return new PauseFigures(pause.since(), pause.by(), pause.until(), pause.reason());
        }
    }

    @Schema(
            name = "OpenFailure",
            description = "Requests of a kind that fail: none has succeeded since, within the last 7 days.")
    record Failure(
            @Schema(examples = "USER_CREATE") String action,
            @Schema(examples = "SEATS_TAKEN") String reason,

            @Schema(description = "The words of the newest response.")
            Optional<String> detail,

            String recommendedAction,
            @Schema(examples = "3") long count,
            Instant first,
            Instant last,

            @Schema(description = "The newest of these requests.", examples = "01a21b5e-69f0-7d21-b3c4-8e7f6a5d4c3b")
            String requestId) {

        static Failure of(OpenFailure failure) {
            return new Failure(
                    failure.action(),
                    failure.reason().name(),
                    failure.last().detail(),
                    failure.reason().action(),
                    failure.count(),
                    failure.first(),
                    failure.last().time(),
                    failure.last().requestId());
        }
    }

    @Schema(name = "DayFigures")
    record DayFigures(
            LocalDate date,

            @Schema(description = "The number of times that a user became active.")
            long provisioned,

            @Schema(description = "The number of times that an active user was deactivated or deleted.")
            long deprovisioned,

            @Schema(description = "The number of active users at the end of the day, or now.")
            long activeSeats) {

        static DayFigures of(Day day) {
            return new DayFigures(day.date(), day.provisioned(), day.deprovisioned(), day.activeSeats());
        }
    }

    @Schema(name = "MinuteFigures")
    record MinuteFigures(Instant begin, long requests) {
        static MinuteFigures of(Activity.Minute minute) {
            return new MinuteFigures(minute.begin(), minute.requests());
        }
    }

    @Schema(name = "ReasonFigures")
    record ReasonFigures(@Schema(examples = "NAME_TAKEN") String reason, long count, String recommendedAction) {
        static ReasonFigures of(ReasonCount count) {
            return new ReasonFigures(
                    count.reason().name(), count.count(), count.reason().action());
        }
    }

    @GET
    @Operation(
            summary = "Get the overview",
            description =
                    "How provisioning is going: a state, what fails and why, the seats, and the figures of the last"
                            + " days and minutes. Requests of the last two seconds may be missing.")
    @APIResponse(responseCode = "200", description = "The overview.")
    public Document get() {
        return Document.of(overview.now());
    }
}
