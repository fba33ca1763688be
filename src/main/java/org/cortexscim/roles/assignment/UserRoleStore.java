package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cortexscim.roles.RoleRef;

/** The roles that admins have given to users, in the database. */
@ApplicationScoped
class UserRoleStore {
    @PersistenceContext
    private EntityManager entities;

    /** The roles given to one user, built-in ones first. */
    Set<RoleRef> of(String userId) {
        List<?> roles = entities.createNativeQuery("select a.role from user_role a where a.user_id = ?")
                .setParameter(1, userId)
                .getResultList();
        Set<RoleRef> found = new TreeSet<>();
        roles.forEach(role -> found.add(new RoleRef(role.toString())));
        return found;
    }

    void insert(String userId, RoleRef role) {
        execute("insert into user_role (user_id, role) values (?, ?)", userId, role);
    }

    void delete(String userId, RoleRef role) {
        execute("delete from user_role where user_id = ? and role = ?", userId, role);
    }

    /** Changes that could cost the workspace its last Admin follow each other, from here to the end of the transaction. */
    void lockAdmins() {
        entities.createNativeQuery("update last_admin_lock set changes = changes + 1")
                .executeUpdate();
    }

    private void execute(String sql, String userId, RoleRef role) {
        entities.createNativeQuery(sql)
                .setParameter(1, userId)
                .setParameter(2, role.name())
                .executeUpdate();
    }
}
