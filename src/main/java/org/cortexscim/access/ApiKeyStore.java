package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The API keys in the database. */
@ApplicationScoped
class ApiKeyStore {
    @PersistenceContext
    private EntityManager entities;

    /** One look-up in a unique index, however many keys there are. */
    Optional<ApiKeyEntity> findByHash(String hash) {
        return entities.createQuery("select k from ApiKeyEntity k where k.secretHash = :hash", ApiKeyEntity.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    boolean isEmpty() {
        return entities.createQuery("select k.cid from ApiKeyEntity k", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void insert(ApiKeyEntity key) {
        entities.persist(key);
        entities.flush();
    }
}
