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

    /** Takes note of a use, unless a later one has been noted. */
    void use(String hash, Instant time) {
        entities.createQuery("update ApiKeySecretEntity s set s.lastUsed = :time"
                        + " where s.hash = :hash and (s.lastUsed is null or s.lastUsed < :time)")
                .setParameter("hash", hash)
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }

    /** Deletes the secrets of all keys that ended at that time or before. */
    void deleteEnded(Instant time) {
        entities.createQuery("delete from ApiKeySecretEntity s where s.validUntil <= :time")
                .setParameter("time", time.toEpochMilli())
                .executeUpdate();
    }
}
