package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cortexscim.search.PageQuery;
import org.cortexscim.search.Pages;
import org.cortexscim.search.sql.SqlCondition;

/** The view of all roles in the database. */
@ApplicationScoped
class RoleCatalogStore implements Pages<Role> {
    static final String VIEW = "workspace_role";

    @PersistenceContext
    private EntityManager entities;

    Optional<Role> find(String id) {
        return Optional.ofNullable(entities.find(RoleEntity.class, id)).map(RoleEntity::toRole);
    }

    @Override
    public List<Role> page(SqlCondition condition, boolean descending, int offset, int count) {
        return new PageQuery(VIEW, condition)
                .page(entities, RoleEntity.class, descending, offset, count).stream()
                        .map(RoleEntity::toRole)
                        .toList();
    }

    @Override
    public List<Role> list(Collection<String> ids) {
        return entities.createQuery("select r from RoleEntity r where r.id in :ids", RoleEntity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(RoleEntity::toRole)
                .toList();
    }

    @Override
    public long count(SqlCondition condition) {
        return new PageQuery(VIEW, condition).count(entities);
    }
}
