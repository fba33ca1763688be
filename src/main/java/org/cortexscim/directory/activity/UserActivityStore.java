package org.cortexscim.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cortexscim.storage.InTransaction;

/** The database's record of when users last called. */
@ApplicationScoped
class UserActivityStore {
    @PersistenceContext
    private EntityManager entities;

    /** Records the call, unless another node has recorded a later one or the user was deleted; the user's version does not change. */
    @InTransaction
    void write(String userId, Instant call) {
        entities.createNativeQuery("update scim_user set last_active = ? where id = ?"
                        + " and (last_active is null or last_active < ?)")
                .setParameter(1, call.toEpochMilli())
                .setParameter(2, userId)
                .setParameter(3, call.toEpochMilli())
                .executeUpdate();
    }

    /** The instants by the users' ids. */
    Map<String, Instant> lastCalls(Collection<String> userIds) {
        Map<String, Instant> calls = new HashMap<>();
        if (userIds.isEmpty()) {
            return calls;
        }
        Query query =
                entities.createNativeQuery("select u.id, u.last_active from scim_user u where u.last_active is not null"
                        + " and u.id in (" + String.join(",", Collections.nCopies(userIds.size(), "?")) + ")");
        int place = 1;
        for (String id : userIds) {
            query.setParameter(place++, id);
        }
        List<?> rows = query.getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> calls.put(row[0].toString(), Instant.ofEpochMilli(((Number) row[1]).longValue())));
        return calls;
    }
}
