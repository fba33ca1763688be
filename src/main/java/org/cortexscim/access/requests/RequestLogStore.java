package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cortexscim.storage.InTransaction;

/** The logged requests, in the database. Ids follow the time, so that the newest ones are the last ones. */
@ApplicationScoped
class RequestLogStore {
    /** Far below the number of rows (5,000) from which on Derby locks a whole table. */
    static final int MAX_DELETED = 1000;

    /** Which requests are counted and deleted. */
    enum Kind {
        ANY("1 = 1"),
        SUCCEEDED("r.failed = 0");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    @PersistenceContext
    private EntityManager entities;

    @InTransaction
    void insert(Collection<LoggedRequest> requests) {
        requests.forEach(request -> entities.persist(new LoggedRequestEntity(request)));
    }

    /** The id of the newest one after that many; empty when there are not more. */
    @InTransaction(readOnly = true)
    Optional<String> firstBeyond(Kind kind, int count) {
        return entities.createQuery(
                        "select r.id from LoggedRequestEntity r where " + kind.condition + " order by r.id desc",
                        String.class)
                .setFirstResult(count)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Deletes the oldest ones.
     *
     * @param last the last id to delete
     * @return how many they were, at most {@value #MAX_DELETED}: there may be more then
     */
    @InTransaction
    int deleteOldest(Kind kind, String last) {
        String which = " from LoggedRequestEntity r where " + kind.condition + " and r.id <= :last";
        String end = entities.createQuery("select r.id" + which + " order by r.id", String.class)
                .setParameter("last", last)
                .setFirstResult(MAX_DELETED - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(last);
        return entities.createQuery("delete" + which).setParameter("last", end).executeUpdate();
    }

    long count(RequestCondition condition) {
        return query("select count(r)", condition, "", Long.class).getSingleResult();
    }

    List<LoggedRequest> page(RequestCondition condition, int offset, int count) {
        return query("select r", condition, " order by r.id desc", LoggedRequestEntity.class)
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultStream()
                .map(LoggedRequestEntity::toRequest)
                .toList();
    }

    Optional<LoggedRequest> newest(String requestId) {
        return entities.createQuery(
                        "select r from LoggedRequestEntity r where r.requestId = :requestId order by r.id desc",
                        LoggedRequestEntity.class)
                .setParameter("requestId", requestId)
                .setMaxResults(1)
                .getResultStream()
                .map(LoggedRequestEntity::toRequest)
                .findFirst();
    }

    private <T> TypedQuery<T> query(String select, RequestCondition condition, String order, Class<T> type) {
        TypedQuery<T> query =
                entities.createQuery(select + " from LoggedRequestEntity r where " + condition.jpql() + order, type);
        condition.values().forEach(query::setParameter);
        return query;
    }
}
