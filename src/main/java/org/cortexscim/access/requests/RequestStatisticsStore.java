package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cortexscim.scim.Reason;

/** Counts logged requests in the database. There are 100,000 of them at most. */
@ApplicationScoped
class RequestStatisticsStore {
    private static final long MILLIS = Duration.ofMinutes(1).toMillis();

    /** Of SCIM, by somebody with a credential, and not a test. */
    private static final String PROVIDERS =
            " r.action is not null and r.test = 0 and (r.caller is not null or r.keyPrefix is not null)";

    private static final String LAST = "select r from LoggedRequestEntity r where r.action is not null and r.test = 0"
            + " and r.caller is not null order by r.id desc";
    private static final String FAILURES =
            "select r.reason, count(r), min(r.occurred), max(r.id) from LoggedRequestEntity r where r.failed = 1"
                    + " and r.action = :action and r.id > :after and" + PROVIDERS + " group by r.reason";
    private static final String NEWEST = "select r.action, r.failed, max(r.id) from LoggedRequestEntity r where"
            + PROVIDERS + " group by r.action, r.failed";
    private static final String FROM_ELSEWHERE =
            "select r from LoggedRequestEntity r where r.failed = 1 and r.id >= :since"
                    + " and r.action is not null and r.reason = org.cortexscim.scim.Reason.ADDRESS_NOT_LISTED order by r.id desc";
    private static final String REASONS = "select r.reason, count(r) from LoggedRequestEntity r where r.failed = 1"
            + " and r.id >= :since and" + PROVIDERS + " group by r.reason";

    /** JPQL has no division of whole numbers. */
    private static final String BY_MINUTE = "select m.minute_of, count(*) from (select r.occurred / " + MILLIS
            + " as minute_of from request_log r where r.id >= ?1 and r.action is not null and r.test = 0"
            + " and r.caller is not null) m group by m.minute_of";

    @PersistenceContext
    private EntityManager entities;

    Optional<LoggedRequest> last() {
        return entities.createQuery(LAST, LoggedRequestEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .map(LoggedRequestEntity::toRequest)
                .findFirst();
    }

    /** The failures of an action after the request with this id, by their reasons. */
    Stream<OpenFailure> failures(String action, String after) {
        return entities.createQuery(FAILURES, Object[].class)
                .setParameter("action", action)
                .setParameter("after", after)
                .getResultStream()
                .map(row -> new OpenFailure(
                        action,
                        reason(row),
                        (Long) row[1],
                        Instant.ofEpochMilli((Long) row[2]),
                        Objects.requireNonNull(entities.find(LoggedRequestEntity.class, row[3]))
                                .toRequest()));
    }

    /** By their actions. */
    Map<String, LastRequests> newest() {
        Map<String, LastRequests> newest = new HashMap<>();
        entities.createQuery(NEWEST, Object[].class).getResultStream().forEach(row -> {
            Optional<LoggedRequest> request = Optional.ofNullable(entities.find(LoggedRequestEntity.class, row[2]))
                    .map(LoggedRequestEntity::toRequest);
            boolean failed = (Integer) row[1] == 1;
            newest.merge(
                    (String) row[0],
                    new LastRequests(failed ? Optional.empty() : request, failed ? request : Optional.empty()),
                    LastRequests::and);
        });
        return newest;
    }

    Optional<LoggedRequest> lastFromElsewhere(String since) {
        return entities.createQuery(FROM_ELSEWHERE, LoggedRequestEntity.class)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .map(LoggedRequestEntity::toRequest)
                .findFirst();
    }

    List<ReasonCount> reasons(String since) {
        return entities.createQuery(REASONS, Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .map(row -> new ReasonCount(reason(row), (Long) row[1]))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed())
                .toList();
    }

    Activity activity(String since) {
        SortedMap<Instant, Long> byMinute = new TreeMap<>();
        for (Object row :
                entities.createNativeQuery(BY_MINUTE).setParameter(1, since).getResultList()) {
            Object[] columns = (Object[]) row;
            byMinute.put(
                    Instant.ofEpochMilli(((Number) columns[0]).longValue() * MILLIS),
                    ((Number) columns[1]).longValue());
        }
        return new Activity(byMinute);
    }

    /** A failure that nobody has explained is an unexpected one. */
    private static Reason reason(Object[] row) {
        return row[0] == null ? Reason.UNEXPECTED : (Reason) row[0];
    }
}
