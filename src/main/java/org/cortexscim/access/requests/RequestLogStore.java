package org.cortexscim.access.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The requests that failed, in the database. */
@ApplicationScoped
class RequestLogStore {
    @PersistenceContext
    private EntityManager entities;

    void insert(Collection<FailedRequest> requests) {
        requests.forEach(request -> entities.persist(new FailedRequestEntity(request)));
    }

    /** Ids follow the time, so that the newest ones are the last ones. */
    void keepNewest(int count) {
        entities.createQuery("select r.id from FailedRequestEntity r order by r.id desc", String.class)
                .setFirstResult(count)
                .setMaxResults(1)
                .getResultStream()
                .forEach(newestToGo -> entities.createQuery("delete from FailedRequestEntity r where r.id <= :id")
                        .setParameter("id", newestToGo)
                        .executeUpdate());
    }

    long count(FailedRequestQuery query) {
        return typed("select count(r)", query, "", Long.class).getSingleResult();
    }

    List<FailedRequest> page(FailedRequestQuery query, int offset, int count) {
        return typed("select r", query, " order by r.id desc", FailedRequestEntity.class)
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultStream()
                .map(FailedRequestEntity::toRequest)
                .toList();
    }

    private <T> TypedQuery<T> typed(String select, FailedRequestQuery query, String order, Class<T> type) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        query.status().ifPresent(status -> wanted.put("status", status));
        query.caller().ifPresent(caller -> wanted.put("caller", caller));
        query.address().ifPresent(address -> wanted.put("address", address));
        String conditions = wanted.keySet().stream()
                .map(name -> "r." + name + " = :" + name)
                .collect(Collectors.joining(" and "));
        String where = wanted.isEmpty() ? "" : " where " + conditions;
        TypedQuery<T> typed = entities.createQuery(select + " from FailedRequestEntity r" + where + order, type);
        wanted.forEach(typed::setParameter);
        return typed;
    }
}
