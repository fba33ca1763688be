package org.cortexscim.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Sql;

/** The database's record of when users last called. */
@ApplicationScoped
class UserActivityStore {
    @PersistenceContext
    private EntityManager entities;

    /** Records the call, unless another node has recorded a later one or the user was deleted; the user's version does not change. */
    @InTransaction
    void write(String userId, Instant call) {
        Sql.named(
                        "update scim_user set last_active = :call where id = :id"
                                + " and (last_active is null or last_active < :call)",
                        Map.of("call", call.toEpochMilli(), "id", userId))
                .execute(entities);
    }

    /** The instants by the users' ids. */
    Map<String, Instant> lastCalls(Collection<String> userIds) {
        Map<String, Instant> calls = new HashMap<>();
        for (List<String> chunk : Sql.chunks(userIds)) {
            Sql.of("select u.id, u.last_active from scim_user u where u.last_active is not null and u.id in (?)", chunk)
                    .rows(entities)
                    .forEach(row -> calls.put((String) row[0], Instant.ofEpochMilli(((Number) row[1]).longValue())));
        }
        return calls;
    }
}
