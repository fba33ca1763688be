package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.cortexscim.storage.SqlFailures;

/** The role mappings in the database. */
@ApplicationScoped
class RoleMappingStore {
    @PersistenceContext
    private EntityManager entities;

    /** All mappings, in the order of their values. */
    List<RoleMapping> all() {
        return entities.createQuery("select m from RoleMappingEntity m order by m.idpKey", RoleMappingEntity.class)
                .getResultStream()
                .map(RoleMappingEntity::toMapping)
                .toList();
    }

    /** The mapping of that value in any case. */
    Optional<RoleMapping> ofValue(String idpValue) {
        return entities.createQuery("select m from RoleMappingEntity m where m.idpKey = :key", RoleMappingEntity.class)
                .setParameter("key", RoleValues.key(idpValue))
                .getResultStream()
                .findFirst()
                .map(RoleMappingEntity::toMapping);
    }

    /** The mapping, locked against deletion until this transaction ends. */
    Optional<RoleMapping> lock(String id) {
        return Optional.ofNullable(entities.find(RoleMappingEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(RoleMappingEntity::toMapping);
    }

    void insert(RoleMapping mapping) {
        try {
            entities.persist(new RoleMappingEntity(mapping));
            entities.flush();
        } catch (PersistenceException failure) {
            // Another request created the same mapping: the next attempt finds it.
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    void delete(String id) {
        Optional.ofNullable(entities.find(RoleMappingEntity.class, id)).ifPresent(entities::remove);
        entities.flush();
    }
}
