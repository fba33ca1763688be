package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.SqlFailures;

/** The roles of groups in the database. */
@ApplicationScoped
class GroupRoleMappingStore {
    private static final String SELECT =
            "select m, g.displayName from GroupRoleMappingEntity m, GroupEntity g where g.id = m.groupId";

    @PersistenceContext
    private EntityManager entities;

    /** All mappings, in the order of the groups' names. */
    List<GroupRoleMapping> all() {
        return read(query(" order by g.displayKey, m.role")).toList();
    }

    List<GroupRoleMapping> ofGroup(String groupId) {
        return read(query(" and m.groupId = :group order by m.role").setParameter("group", groupId))
                .toList();
    }

    Optional<GroupRoleMapping> find(String groupId, RoleRef role) {
        return ofGroup(groupId).stream()
                .filter(mapping -> mapping.role().equals(role))
                .findFirst();
    }

    /** The mapping, locked against deletion until this transaction ends. */
    Optional<GroupRoleMapping> lock(String id) {
        return Optional.ofNullable(entities.find(GroupRoleMappingEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .flatMap(row ->
                        read(query(" and m.id = :id").setParameter("id", id)).findFirst());
    }

    Optional<String> groupName(String groupId) {
        return entities.createQuery("select g.displayName from GroupEntity g where g.id = :id", String.class)
                .setParameter("id", groupId)
                .getResultStream()
                .findFirst();
    }

    void insert(GroupRoleMapping mapping) {
        try {
            entities.persist(new GroupRoleMappingEntity(mapping));
            entities.flush();
        } catch (PersistenceException failure) {
            // Another request created the same mapping: the next attempt finds it.
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    void delete(String id) {
        Optional.ofNullable(entities.find(GroupRoleMappingEntity.class, id)).ifPresent(entities::remove);
        entities.flush();
    }

    private TypedQuery<Object[]> query(String rest) {
        return entities.createQuery(SELECT + rest, Object[].class);
    }

    private static Stream<GroupRoleMapping> read(TypedQuery<Object[]> query) {
        return query.getResultStream().map(row -> ((GroupRoleMappingEntity) row[0]).toMapping((String) row[1]));
    }
}
