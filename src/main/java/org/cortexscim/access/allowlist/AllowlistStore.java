package org.cortexscim.access.allowlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.cortexscim.storage.SqlFailures;

/** The allowlist in the database. */
@ApplicationScoped
class AllowlistStore {
    @PersistenceContext
    private EntityManager entities;

    /** The version of the list, without reading the list. */
    String version() {
        return entities.createQuery("select a.version from AllowlistEntity a", String.class)
                .getResultStream()
                .findFirst()
                .orElse(Allowlist.EMPTY.version());
    }

    Allowlist read() {
        return entities.createQuery("select a.version, a.entries from AllowlistEntity a", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> AllowlistEntity.read((String) row[0], (String) row[1]))
                .orElse(Allowlist.EMPTY);
    }

    /** The list, locked against changes until this transaction ends. */
    Allowlist lock() {
        return row().map(AllowlistEntity::toAllowlist).orElse(Allowlist.EMPTY);
    }

    void put(List<AllowedAddress> list) {
        Optional<AllowlistEntity> present = row();
        if (present.isPresent()) {
            present.get().write(list);
            return;
        }
        try {
            entities.persist(new AllowlistEntity(list));
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    private Optional<AllowlistEntity> row() {
        return Optional.ofNullable(
                entities.find(AllowlistEntity.class, AllowlistEntity.ID, LockModeType.PESSIMISTIC_WRITE));
    }
}
