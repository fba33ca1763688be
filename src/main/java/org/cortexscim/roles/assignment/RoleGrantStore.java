package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Sql;
import org.cortexscim.storage.SqlFailures;

/** The roles of values and groups in the database. */
@ApplicationScoped
class RoleGrantStore {
    private static final String SELECT = "select r, g.displayName from RoleGrantEntity r"
            + " left join GroupEntity g on g.id = r.groupId where %s order by r.idpKey, g.displayKey, r.role";

    @PersistenceContext
    private EntityManager entities;

    /** All grants of that kind, in the order of the values or of the groups' names. */
    List<RoleGrant> all(GrantSource.Kind kind) {
        return read(query(column(kind) + " is not null"));
    }

    List<RoleGrant> page(GrantSource.Kind kind, int offset, int count) {
        return read(query(column(kind) + " is not null").setFirstResult(offset).setMaxResults(count));
    }

    long count(GrantSource.Kind kind) {
        return entities.createQuery(
                        "select count(r) from RoleGrantEntity r where %s is not null".formatted(column(kind)),
                        Long.class)
                .getSingleResult();
    }

    /** What gives that role, at most so many grants. */
    List<RoleGrant> ofRole(RoleRef role, int most) {
        return read(query("r.role = :role").setParameter("role", role.name()).setMaxResults(most));
    }

    List<RoleGrant> ofGroups(Collection<String> groupIds) {
        return Sql.chunks(groupIds).stream()
                .flatMap(ids -> read(query("r.groupId in :ids").setParameter("ids", ids)).stream())
                .toList();
    }

    List<RoleGrant> of(GrantSource.Kind kind, String key) {
        return read(query(column(kind) + " = :key").setParameter("key", key));
    }

    /** The grant, locked against deletion until this transaction ends. */
    Optional<RoleGrant> lock(String id) {
        return Optional.ofNullable(entities.find(RoleGrantEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .flatMap(row -> find(id));
    }

    Optional<RoleGrant> find(String id) {
        return read(query("r.id = :id").setParameter("id", id)).stream().findFirst();
    }

    Optional<GrantSource> group(String id) {
        return entities.createQuery("select g.displayName from GroupEntity g where g.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(name -> GrantSource.group(id, name));
    }

    void insert(RoleGrant grant) {
        try {
            entities.persist(new RoleGrantEntity(grant));
            entities.flush();
        } catch (PersistenceException failure) {
            // Another request created the same grant: the next attempt finds it.
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    void delete(String id) {
        Optional.ofNullable(entities.find(RoleGrantEntity.class, id)).ifPresent(entities::remove);
        entities.flush();
    }

    private static String column(GrantSource.Kind kind) {
        return kind == GrantSource.Kind.VALUE ? "r.idpKey" : "r.groupId";
    }

    private TypedQuery<Object[]> query(String condition) {
        return entities.createQuery(SELECT.formatted(condition), Object[].class);
    }

    private static List<RoleGrant> read(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> ((RoleGrantEntity) row[0]).toGrant((String) row[1]))
                .toList();
    }
}
