package org.cortexscim.directory.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.cortexscim.storage.InTransaction;

/** The secrets that all nodes of one installation share. */
@ApplicationScoped
@InTransaction
class ServerSecretStore {
    @PersistenceContext
    private EntityManager entities;

    Optional<String> find(String name) {
        return Optional.ofNullable(entities.find(ServerSecretEntity.class, name))
                .map(ServerSecretEntity::value);
    }

    void insert(String name, String value) {
        entities.persist(new ServerSecretEntity(name, value));
        entities.flush();
    }
}
