package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.cortexscim.search.TableQuery;

/** The view of all roles in the database. */
@ApplicationScoped
class RoleCatalogStore {
    static final TableQuery<Role> VIEW =
            TableQuery.of("workspace_role", RoleEntity.class, RoleEntity::toRole, Role::id);

    @PersistenceContext
    private EntityManager entities;

    Optional<Role> find(String id) {
        return Optional.ofNullable(entities.find(RoleEntity.class, id)).map(RoleEntity::toRole);
    }
}
