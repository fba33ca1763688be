package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit log in the database: entries are added and read, deleted when they are old, and never changed. */
@ApplicationScoped
class AuditStore {
    private static final String COUNT = "select count(a) from AuditEntity a where %s";
    private static final String NEWEST_FIRST =
            "select %s from AuditEntity a where %s order by a.occurred desc, a.id desc";
    private static final String SEAT_CHANGES =
            "select count(a) from AuditEntity a where a.seatChange = :change and a.occurred >= :begin and a.occurred < :end";
    private static final String OLDEST =
            "select a from AuditEntity a where a.occurred < :end order by a.occurred, a.id";
    /** No UUID comes after it. */
    private static final String LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /** An entry's size, in bytes. */
    record Size(String id, long bytes) {}

    @PersistenceContext
    private EntityManager entities;

    void insert(AuditEntry entry) {
        entities.persist(new AuditEntity(entry));
    }

    Optional<AuditEntry> find(String id) {
        return Optional.ofNullable(entities.find(AuditEntity.class, id)).map(AuditEntity::toEntry);
    }

    long count(AuditCondition condition) {
        return query(COUNT, condition, Long.class).getSingleResult();
    }

    /**
     * How many users became active on a day, or ceased to be.
     *
     * @param change 1 or -1
     * @param date in UTC
     */
    long countSeatChanges(int change, LocalDate date) {
        return entities.createQuery(SEAT_CHANGES, Long.class)
                .setParameter("change", change)
                .setParameter("begin", begin(date))
                .setParameter("end", begin(date.plusDays(1)))
                .getSingleResult();
    }

    private static long begin(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /**
     * The ids of the entries that the condition selects, the newest first, and their sizes.
     *
     * @param count how many at most
     */
    List<Size> newest(AuditCondition condition, int offset, int count) {
        return query(NEWEST_FIRST.formatted("a.id, a.detailsBytes", "%s"), condition, Object[].class)
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultStream()
                .map(row -> new Size((String) row[0], (Integer) row[1]))
                .toList();
    }

    /** The entries with these ids, the newest first. */
    List<AuditEntry> list(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(
                                NEWEST_FIRST.formatted("a", "%s"),
                                new AuditCondition("a.id in :ids", Map.of("ids", ids)),
                                AuditEntity.class)
                        .getResultStream()
                        .map(AuditEntity::toEntry)
                        .toList();
    }

    /**
     * Deletes the oldest entries from before an instant.
     *
     * @param most how many at most
     * @return how many they were
     */
    int deleteOldest(Instant before, int most) {
        long end = before.toEpochMilli();
        return entities.createQuery(OLDEST, AuditEntity.class)
                .setParameter("end", end)
                .setFirstResult(most - 1)
                .setMaxResults(1)
                .getResultStream()
                .map(AuditEntity::toEntry)
                .findFirst()
                .map(last -> deleteUntil(last.timestamp().toEpochMilli(), last.id()))
                .orElseGet(() -> deleteUntil(end - 1, LAST_ID));
    }

    private int deleteUntil(long occurred, String id) {
        return entities.createQuery("delete from AuditEntity a where a.occurred <= :occurred"
                        + " and (a.occurred < :occurred or a.id <= :id)")
                .setParameter("occurred", occurred)
                .setParameter("id", id)
                .executeUpdate();
    }

    private <T> TypedQuery<T> query(String template, AuditCondition condition, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(template.formatted(condition.jpql()), type);
        condition.values().forEach(query::setParameter);
        return query;
    }
}
