package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;

/** The custom roles in the database. */
@ApplicationScoped
class RoleStore {
    @PersistenceContext
    private EntityManager entities;

    void add(CustomRoleEntity role) {
        entities.persist(role);
    }

    Optional<Set<Permission>> permissions(String tag) {
        return Optional.ofNullable(entities.find(CustomRoleEntity.class, tag))
                .map(role -> Set.copyOf(role.permissions()));
    }
}
