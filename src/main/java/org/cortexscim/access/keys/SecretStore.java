package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.storage.InTransaction;

/** The secrets of API keys in the database, by their hashes. */
@ApplicationScoped
class SecretStore {
    @PersistenceContext
    private EntityManager entities;

    /** One look-up in a unique index, however many keys there are. */
    @InTransaction(readOnly = true)
    Optional<ApiKeySecretEntity> find(String hash) {
        return entities.createQuery(
                        "select s from ApiKeySecretEntity s join fetch s.key where s.hash = :hash",
                        ApiKeySecretEntity.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    void insert(ApiKeySecretEntity secret) {
        entities.persist(secret);
        entities.flush();
    }

    /** Lets every secret of a key end at that time at the latest. */
    void endBy(String cid, Instant time) {
        entities.createQuery("update ApiKeySecretEntity s set s.validUntil = :time"
                        + " where s.key.cid = :cid and (s.validUntil is null or s.validUntil > :time)")
                .setParameter("cid", cid)
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }

    /** Deletes the secrets of all keys that have ended. */
    void deleteEnded(Instant now) {
        entities.createQuery("delete from ApiKeySecretEntity s where s.validUntil <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }
}
