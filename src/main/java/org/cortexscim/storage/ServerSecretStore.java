package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The secrets that all nodes of one installation share. */
@ApplicationScoped
public class ServerSecretStore {
    @PersistenceContext
    private EntityManager entities;

    @InTransaction(readOnly = true)
    public Optional<String> find(String name) {
        return Optional.ofNullable(entities.find(ServerSecretEntity.class, name))
                .map(ServerSecretEntity::value);
    }

    @InTransaction
    public void insert(String name, String value) {
        entities.persist(new ServerSecretEntity(name, value));
        entities.flush();
    }
}
