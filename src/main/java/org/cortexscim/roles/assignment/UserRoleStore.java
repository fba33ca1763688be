package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.TreeSet;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Sql;

/** The roles that admins have given to users, in the database. */
@ApplicationScoped
class UserRoleStore {
    @PersistenceContext
    private EntityManager entities;

    /** The roles given to one user, built-in ones first. */
    Set<RoleRef> of(String userId) {
        Set<RoleRef> found = new TreeSet<>();
        Sql.of("select a.role from user_role a where a.user_id = ?", userId)
                .strings(entities)
                .forEach(role -> found.add(new RoleRef(role)));
        return found;
    }

    void insert(String userId, RoleRef role) {
        Sql.of("insert into user_role (user_id, role) values (?, ?)", userId, role.name())
                .execute(entities);
    }

    void delete(String userId, RoleRef role) {
        Sql.of("delete from user_role where user_id = ? and role = ?", userId, role.name())
                .execute(entities);
    }

    /** Changes that could cost the workspace its last Admin follow each other, from here to the end of the transaction. */
    void lockAdmins() {
        Sql.of("update last_admin_lock set changes = changes + 1").execute(entities);
    }
}
