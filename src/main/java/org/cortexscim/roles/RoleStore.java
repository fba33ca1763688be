package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.storage.SqlFailures;

/** The custom roles in the database. */
@ApplicationScoped
class RoleStore {
    @PersistenceContext
    private EntityManager entities;

    void add(CustomRoleEntity role) {
        try {
            entities.persist(role);
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure)
                    ? ScimException.uniqueness("There is a role with the tag '%s' already.".formatted(role.tag()))
                    : failure;
        }
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
