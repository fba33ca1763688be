package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The ends of keys in the database, and which warnings of them were given. */
@ApplicationScoped
class ExpiryStore {
    private static final String ENDS_WITHIN = " from ApiKeyEntity k where k.expires > :now and k.expires <= :end";
    private static final String NOT_WARNED = " and (k.warnedDays is null or k.warnedDays > :days)";

    @PersistenceContext
    private EntityManager entities;

    long count(ExpiryWindow window, Instant now) {
        return entities.createQuery("select count(k)" + ENDS_WITHIN, Long.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("end", window.from(now).toEpochMilli())
                .getSingleResult();
    }

    /** The keys that end within the window, and for which no warning of this window or a shorter one was given. */
    List<ApiKey> notWarned(ExpiryWindow window, Instant now) {
        return entities.createQuery("select k" + ENDS_WITHIN + NOT_WARNED + " order by k.cid", ApiKeyEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("end", window.from(now).toEpochMilli())
                .setParameter("days", window.days())
                .getResultStream()
                .map(key -> key.toKey(now))
                .toList();
    }

    /** Takes note of the warning; false when another node has given it, or a later one. */
    boolean warn(String cid, ExpiryWindow window) {
        return entities.createQuery("update ApiKeyEntity k set k.warnedDays = :days where k.cid = :cid" + NOT_WARNED)
                        .setParameter("cid", cid)
                        .setParameter("days", window.days())
                        .executeUpdate()
                == 1;
    }
}
