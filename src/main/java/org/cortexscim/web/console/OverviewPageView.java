package org.cortexscim.web.console;

import java.util.List;
import java.util.function.ToLongFunction;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.OpenFailure;
import org.cortexscim.overview.Day;
import org.cortexscim.overview.Health;
import org.cortexscim.overview.Overview;

/** What the overview's page shows. */
public record OverviewPageView(Shell shell, Overview overview) implements View {
    @Override
    public String template() {
        return "overview.jte";
    }

    /** The class of the sentence's frame. */
    public String alert() {
        return switch (overview.health().state()) {
            case WELL -> "alert-success";
            case NOT_IN_USE -> "alert-info";
            case PAUSED, ATTENTION -> "alert-warning";
            case FAILING -> "alert-danger";
        };
    }

    /** Whether the next step is to set an identity provider up. */
    public boolean isNew() {
        return overview.health().state() == Health.State.NOT_IN_USE;
    }

    /** The address of the request that failed last. */
    public static String request(OpenFailure failure) {
        return MenuItem.REQUESTS.address() + "?open=" + failure.last().requestId();
    }

    public String seats() {
        return overview.seatLimit()
                .map(limit -> "%d of %d seats are taken.".formatted(overview.seatsUsed(), limit))
                .orElse(
                        overview.seatsUsed() == 1
                                ? "1 user is active; there is no seat limit."
                                : "%d users are active; there is no seat limit.".formatted(overview.seatsUsed()));
    }

    public Chart provisioned() {
        return days(Day::provisioned);
    }

    public Chart deprovisioned() {
        return days(Day::deprovisioned);
    }

    public Chart active() {
        return days(Day::activeSeats);
    }

    public Chart requests() {
        return Chart.of(
                overview.minutes().stream().map(Activity.Minute::requests).toList());
    }

    /** The minutes that had requests, for the table. */
    public List<Activity.Minute> busyMinutes() {
        return overview.minutes().stream()
                .filter(minute -> minute.requests() > 0)
                .toList();
    }

    private Chart days(ToLongFunction<Day> figure) {
        return Chart.of(overview.days().stream().map(figure::applyAsLong).toList());
    }
}
