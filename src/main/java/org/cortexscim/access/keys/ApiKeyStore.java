package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Sql;

/** The API keys in the database. */
@ApplicationScoped
class ApiKeyStore {
    private static final String UNEXPIRED_ADMIN = "select k.cid from ApiKeyEntity k join k.roles r"
            + " where r = :admin and k.cid <> :cid and (k.expires is null or k.expires > :now)";

    @PersistenceContext
    private EntityManager entities;

    Optional<ApiKeyEntity> find(String cid) {
        return Optional.ofNullable(entities.find(ApiKeyEntity.class, cid));
    }

    /** The key, locked against changes until this transaction ends. */
    Optional<ApiKeyEntity> lock(String cid) {
        return Optional.ofNullable(entities.find(ApiKeyEntity.class, cid, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean isEmpty() {
        return count() == 0;
    }

    long count() {
        return entities.createQuery("select count(k) from ApiKeyEntity k", Long.class)
                .getSingleResult();
    }

    /** The newest first; the roles of all of them come with one query more, and so do the secrets. */
    List<ApiKey> page(int offset, int count, Instant now) {
        return entities.createQuery(
                        "select k from ApiKeyEntity k order by k.created desc, k.cid desc", ApiKeyEntity.class)
                .setHint("eclipselink.batch", "k.roles")
                .setHint("eclipselink.batch", "k.secrets")
                .setHint("eclipselink.batch.type", "IN")
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultStream()
                .map(key -> key.toKey(now))
                .toList();
    }

    void insert(ApiKeyEntity key) {
        entities.persist(key);
        entities.flush();
    }

    /** Writes what has changed, so that a secret that another key has is refused here. */
    void flush() {
        entities.flush();
    }

    void delete(ApiKeyEntity key) {
        entities.remove(key);
        entities.flush();
    }

    /** Makes other transactions that ask for this lock wait until this one ends. */
    void lockAdminKeys() {
        Sql.of("update admin_key_lock set changes = changes + 1").execute(entities);
    }

    /** Tells whether another key has the Admin role and has not expired. */
    boolean hasAdminBeside(String cid, Instant now) {
        return !entities.createQuery(UNEXPIRED_ADMIN, String.class)
                .setParameter("admin", RoleRef.ADMIN.name())
                .setParameter("cid", cid)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Takes note of a use, unless a later one has been noted. */
    void use(String cid, Instant time) {
        entities.createQuery("update ApiKeyEntity k set k.lastUsed = :time"
                        + " where k.cid = :cid and (k.lastUsed is null or k.lastUsed < :time)")
                .setParameter("cid", cid)
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }
}
