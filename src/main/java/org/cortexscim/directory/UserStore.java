package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.TableQuery;
import org.cortexscim.storage.Sql;
import org.cortexscim.storage.SqlFailures;

/** The users in the database. */
@ApplicationScoped
class UserStore {
    static final TableQuery<User> TABLE =
            TableQuery.of("scim_user", "r.*", "r.document_bytes", UserEntity.class, UserEntity::toUser, User::id);

    /** The same users without what only their documents have. */
    static final TableQuery<User> COLUMNS = TableQuery.of(
            "scim_user", UserColumnsEntity.COLUMNS, "0", UserColumnsEntity.class, UserColumnsEntity::toUser, User::id);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Capacity capacity;

    Optional<User> find(String id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id)).map(UserEntity::toUser);
    }

    Optional<User> findByUserName(String userName) {
        return entities.createQuery("select u from UserEntity u where u.userNameKey = :name", UserEntity.class)
                .setParameter("name", SearchKey.folded(userName))
                .getResultStream()
                .findFirst()
                .map(UserEntity::toUser);
    }

    User insert(ResourceType type, String id, ScimObject document) {
        UserEntity row = new UserEntity(id, document, clock.instant());
        entities.persist(row);
        IndexedValue.of(type, document).forEach(value -> entities.persist(new UserValueEntity(id, value)));
        flush(document);
        return row.toUser();
    }

    /** The user, locked until this transaction ends, so that changes of one user follow each other. */
    Optional<User> lock(String id) {
        return Optional.ofNullable(entities.find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(UserEntity::toUser);
    }

    /** Writes a new document over that of a user who is locked. */
    User update(ResourceType type, User before, ScimObject document) {
        UserEntity row = entities.find(UserEntity.class, before.id());
        row.write(document, clock.instant());
        // Before the values: their delete statements would flush too, and a taken userName would be found there.
        flush(document);
        updateValues(type, before, document);
        flush(document);
        return row.toUser();
    }

    void delete(String id) {
        entities.createQuery("delete from UserValueEntity v where v.userId = :id")
                .setParameter("id", id)
                .executeUpdate();
        Optional.ofNullable(entities.find(UserEntity.class, id)).ifPresent(entities::remove);
        entities.flush();
    }

    /** Any of the paths under which a user has a value. */
    Optional<String> findUsed(Set<String> paths) {
        return paths.isEmpty()
                ? Optional.empty()
                : entities.createQuery("select v.path from UserValueEntity v where v.path in :paths", String.class)
                        .setParameter("paths", paths)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst();
    }

    /**
     * Some of the users who fulfil the condition on their row {@code r}, in the order of their ids.
     *
     * @throws ScimException 400 tooMany when they are too large for an answer
     */
    List<User> page(Sql condition, int offset, int count) {
        List<Long> sizes = TABLE.sizes(entities, condition, offset, count);
        if (capacity.holdPage(sizes) < sizes.size()) {
            throw Capacity.pageTooLarge();
        }
        return TABLE.page(entities, condition, false, offset, count);
    }

    /** The users with these ids, in the order of these, with the attributes of {@link UserParts#COLUMNS} only. */
    List<User> columns(Collection<String> ids) {
        return COLUMNS.list(entities, ids).stream()
                .sorted(Comparator.comparing(User::id))
                .toList();
    }

    /** The number of users who fulfil the condition on their row {@code r}. */
    long count(Sql condition) {
        return TABLE.count(entities, condition);
    }

    /** Writes the values of the attributes that have changed anew: one statement deletes them all. */
    private void updateValues(ResourceType type, User before, ScimObject document) {
        Set<IndexedValue> old = IndexedValue.of(type, before.document());
        Set<IndexedValue> now = IndexedValue.of(type, document);
        Set<String> changed = Stream.concat(
                        old.stream().filter(value -> !now.contains(value)),
                        now.stream().filter(value -> !old.contains(value)))
                .map(IndexedValue::path)
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return;
        }
        entities.createQuery("delete from UserValueEntity v where v.userId = :id and v.path in :paths")
                .setParameter("id", before.id())
                .setParameter("paths", changed)
                .executeUpdate();
        now.stream()
                .filter(value -> changed.contains(value.path()))
                .forEach(value -> entities.persist(new UserValueEntity(before.id(), value)));
    }

    private void flush(ScimObject document) {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure)
                    ? taken(document.text("userName").orElse(""))
                    : failure;
        }
    }

    static ScimException taken(String userName) {
        return ScimException.uniqueness("A user with the userName '%s' already exists.".formatted(userName));
    }
}
