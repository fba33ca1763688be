package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.cortexscim.directory.query.SqlCondition;

/** The view of all roles in the database. */
@ApplicationScoped
class RoleCatalogStore implements Pages<Role> {
    private static final String VIEW = "workspace_role";

    @PersistenceContext
    private EntityManager entities;

    Optional<Role> find(String id) {
        return Optional.ofNullable(entities.find(RoleEntity.class, id)).map(RoleEntity::toRole);
    }

    @Override
    public List<Role> page(SqlCondition condition, int offset, int count) {
        return new PageQuery(VIEW, condition)
                .page(entities, RoleEntity.class, offset, count).stream()
                        .map(RoleEntity::toRole)
                        .toList();
    }

    @Override
    public long count(SqlCondition condition) {
        return new PageQuery(VIEW, condition).count(entities);
    }
}
