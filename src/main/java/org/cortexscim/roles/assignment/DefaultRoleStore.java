package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import org.cortexscim.roles.RoleRef;

/** The default role in the database. */
@ApplicationScoped
class DefaultRoleStore {
    @PersistenceContext
    private EntityManager entities;

    RoleRef get() {
        Object role =
                entities.createNativeQuery("select d.role from default_role d").getSingleResult();
        return new RoleRef(role.toString());
    }

    /** Replaces one role with another; when another request was faster, the transaction is repeated. */
    void replace(RoleRef before, RoleRef after) {
        int changed = entities.createNativeQuery("update default_role set role = ? where role = ?")
                .setParameter(1, after.name())
                .setParameter(2, before.name())
                .executeUpdate();
        if (changed == 0) {
            throw new OptimisticLockException("The default role has been changed in the meantime.");
        }
    }
}
