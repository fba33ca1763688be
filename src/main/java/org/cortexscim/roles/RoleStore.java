package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.storage.Database;
import org.cortexscim.storage.Sql;
import org.cortexscim.storage.SqlFailures;

/** The custom roles in the database. */
@ApplicationScoped
class RoleStore {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    void add(CustomRoleEntity role) {
        try {
            entities.persist(role);
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure)
                    ? ScimException.uniqueness("A role with the tag '%s' already exists.".formatted(role.tag()))
                    : failure;
        }
    }

    /** The role, which nobody else can change, delete or {@link #hold} until this transaction ends. */
    Optional<CustomRoleEntity> lock(String tag) {
        return Optional.ofNullable(entities.find(CustomRoleEntity.class, tag, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Tells whether the role exists, and locks it against deletion until this transaction ends. */
    boolean hold(String tag) {
        String sql = "select r.tag from custom_role r where r.tag = ?" + database.sharedLock();
        return !Sql.of(sql, tag).strings(entities).isEmpty();
    }

    void delete(CustomRoleEntity role) {
        entities.remove(role);
        entities.flush();
    }

    Optional<Set<Permission>> permissions(String tag) {
        return Optional.ofNullable(entities.find(CustomRoleEntity.class, tag))
                .map(role -> Set.copyOf(role.permissions()));
    }

    /** The tag as it was given, by one in any case. */
    Optional<String> tag(String anyCase) {
        return entities.createQuery("select r.tag from CustomRoleEntity r where r.tagKey = :key", String.class)
                .setParameter("key", SearchKey.folded(anyCase))
                .getResultStream()
                .findFirst();
    }

    /** The names of those roles that exist, by their tags. */
    Map<String, String> names(Collection<String> tags) {
        return tags.isEmpty()
                ? Map.of()
                : entities.createQuery("select r from CustomRoleEntity r where r.tag in :tags", CustomRoleEntity.class)
                        .setParameter("tags", tags)
                        .getResultStream()
                        .collect(Collectors.toMap(CustomRoleEntity::tag, CustomRoleEntity::name));
    }
}
