package org.cortexscim.overview;

import java.util.List;
import java.util.Optional;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.OpenFailure;
import org.cortexscim.access.requests.ReasonCount;

/**
 * How provisioning is going.
 *
 * @param pause empty while provisioning goes on
 * @param last the last request to SCIM of a known caller
 * @param failures what fails: no request of the same kind has succeeded since
 * @param seatsUsed the number of active users
 * @param seatLimit empty for no limit
 * @param days the last {@value ProvisioningOverview#DAYS} days up to today, the oldest first
 * @param minutes the last {@value ProvisioningOverview#MINUTES} minutes up to this one, the oldest first
 * @param reasons why requests failed within the last 24 hours, the most frequent reason first
 */
public record Overview(
        Health health,
        Optional<Pause> pause,
        Optional<LoggedRequest> last,
        List<OpenFailure> failures,
        long seatsUsed,
        Optional<Integer> seatLimit,
        List<Day> days,
        List<Activity.Minute> minutes,
        List<ReasonCount> reasons) {
    public Overview {
        failures = List.copyOf(failures);
        days = List.copyOf(days);
        minutes = List.copyOf(minutes);
        reasons = List.copyOf(reasons);
    }
}
