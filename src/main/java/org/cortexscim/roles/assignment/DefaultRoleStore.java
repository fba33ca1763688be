package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Sql;

/** The default role in the database. */
@ApplicationScoped
class DefaultRoleStore {
    @PersistenceContext
    private EntityManager entities;

    RoleRef get() {
        return new RoleRef(Sql.of("select d.role from default_role d")
                .strings(entities)
                .iterator()
                .next());
    }

    /** Replaces one role with another; when another request was faster, the transaction is repeated. */
    void replace(RoleRef before, RoleRef after) {
        int changed = Sql.of("update default_role set role = ? where role = ?", after.name(), before.name())
                .execute(entities);
        if (changed == 0) {
            throw new OptimisticLockException("The default role has been changed in the meantime.");
        }
    }
}
