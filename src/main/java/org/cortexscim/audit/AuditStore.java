package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The audit log in the database: entries are added and read, never changed. */
@ApplicationScoped
class AuditStore {
    @PersistenceContext
    private EntityManager entities;

    void insert(AuditEntry entry) {
        entities.persist(new AuditEntity(entry));
    }

    long count() {
        return entities.createQuery("select count(a) from AuditEntity a", Long.class)
                .getSingleResult();
    }

    /** A page, the newest entry first. */
    List<AuditEntry> page(int offset, int count) {
        return entities.createQuery("select a from AuditEntity a order by a.id desc", AuditEntity.class)
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultStream()
                .map(AuditEntity::toEntry)
                .toList();
    }
}
