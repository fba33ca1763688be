package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.cortexscim.storage.InTransaction;

/** Counts by the audit log who was provisioned and deprovisioned. A day that is over is counted once. */
@ApplicationScoped
public class ProvisioningDays {
    /** How many days are asked for at most. */
    public static final int MOST = 90;

    /** A request that began before midnight may be committed after it. */
    private static final int DAYS_THAT_CHANGE = 2;

    @Inject
    private AuditStore store;

    @Inject
    private Clock clock;

    private final Map<LocalDate, ProvisioningDay> past = new ConcurrentHashMap<>();

    /**
     * The last days up to today, the oldest first.
     *
     * @param count from 1 to {@value #MOST}
     */
    @InTransaction(readOnly = true)
    public List<ProvisioningDay> last(int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        past.keySet().removeIf(date -> date.isBefore(today.minusDays(MOST)));
        return IntStream.range(0, count)
                .mapToObj(i -> today.minusDays(count - 1L - i))
                .map(date -> date.isAfter(today.minusDays(DAYS_THAT_CHANGE)) ? count(date) : countOnce(date))
                .toList();
    }

    private ProvisioningDay countOnce(LocalDate date) {
        ProvisioningDay known = past.get(date);
        if (known != null) {
            return known;
        }
        ProvisioningDay counted = count(date);
        past.put(date, counted);
        return counted;
    }

    private ProvisioningDay count(LocalDate date) {
        return new ProvisioningDay(date, store.countSeatChanges(1, date), store.countSeatChanges(-1, date));
    }
}
