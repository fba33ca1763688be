package org.cortexscim.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.access.requests.Activity;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.OpenFailure;
import org.cortexscim.access.requests.RequestStatistics;
import org.cortexscim.audit.AuditCriterion;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.audit.AuditObject;
import org.cortexscim.audit.ProvisioningDay;
import org.cortexscim.audit.ProvisioningDays;
import org.cortexscim.directory.Seats;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;

/** Puts together how provisioning is going, from the request log, the audit log, the seats and the settings. */
@ApplicationScoped
public class ProvisioningOverview {
    static final int DAYS = 14;
    static final int MINUTES = 60;

    /** As long as requests are kept. */
    private static final Duration HISTORY = Duration.ofDays(30);

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Seats seats;

    @Inject
    private RequestStatistics requests;

    @Inject
    private ProvisioningDays days;

    @Inject
    private AuditLog log;

    @Inject
    private ApiKeys keys;

    @Inject
    private Clock clock;

    /** The overview as of now; requests of the last two seconds may be missing. */
    @InTransaction(readOnly = true)
    public Overview now() {
        Instant now = clock.instant();
        long used = seats.used();
        Optional<Integer> limit = seats.limit().stream().boxed().findFirst();
        Optional<LoggedRequest> last = requests.last();
        List<OpenFailure> failures = requests.openFailures();
        Activity activity = requests.activity(HISTORY);
        ProvisioningSettings current = settings.current();
        Optional<Pause> pause = pause(current);
        Circumstances circumstances = new Circumstances(
                now,
                current.automaticProvisioning() || current.automaticDeprovisioning(),
                pause,
                limit.map(most -> most - used),
                last,
                last.flatMap(LoggedRequest::caller).map(this::nameOf).orElse(""),
                failures,
                activity);
        return new Overview(
                circumstances.health(),
                pause,
                last,
                failures,
                used,
                limit,
                days(used),
                activity.last(MINUTES, now),
                requests.reasons(Duration.ofDays(1)));
    }

    /** The audit log knows who has paused, and when. */
    private Optional<Pause> pause(ProvisioningSettings settings) {
        if (!settings.paused()) {
            return Optional.empty();
        }
        AuditFilter filter = AuditFilter.ALL
                .with(AuditCriterion.OBJECT_IDENTIFIERS, List.of("paused"))
                .with(AuditCriterion.OBJECT_TYPES, List.of(AuditObject.SCIM_SETTINGS.name()));
        Optional<AuditEntry> begin = log.first(filter, 1).stream().findFirst();
        return Optional.of(new Pause(
                begin.map(AuditEntry::timestamp),
                begin.flatMap(
                        entry -> entry.actorEmail().or(entry::actorIdentifier).map(this::nameOf)),
                settings.pausedUntil(),
                settings.pauseReason()));
    }

    /** The name of an API key that is still there, or what the log has. */
    private String nameOf(String caller) {
        return keys.find(caller)
                .map(key -> "the key '" + key.label().name() + "'")
                .orElse(caller);
    }

    /** From today's seats back, by what each day has changed. */
    private List<Day> days(long used) {
        List<ProvisioningDay> counted = new ArrayList<>(days.last(DAYS));
        Collections.reverse(counted);
        List<Day> result = new ArrayList<>();
        long active = used;
        for (ProvisioningDay day : counted) {
            result.add(new Day(day.date(), day.provisioned(), day.deprovisioned(), active));
            active = Math.max(0, active - day.provisioned() + day.deprovisioned());
        }
        Collections.reverse(result);
        return result;
    }
}
