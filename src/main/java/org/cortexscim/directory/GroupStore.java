package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.directory.membership.MembershipSql;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.search.TableQuery;
import org.cortexscim.search.sql.Column;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.storage.SqlFailures;

/** The groups in the database, without their members. */
@ApplicationScoped
class GroupStore {
    static final TableQuery<Group> TABLE =
            TableQuery.of("scim_group", GroupEntity.class, GroupEntity::toGroup, Group::id);

    static final FilterSql FILTERS = new FilterSql(
            CoreSchemas.GROUP_TYPE,
            Map.of(
                    "id", Column.text("id"),
                    "displayname", new Column("display_key", Column.Kind.NAME),
                    "externalid", Column.text("external_id"),
                    "meta.created", new Column("created", Column.Kind.INSTANT),
                    "meta.lastmodified", new Column("last_modified", Column.Kind.INSTANT)),
            MembershipSql.membersOfGroup());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    Optional<Group> find(String id) {
        return Optional.ofNullable(entities.find(GroupEntity.class, id)).map(GroupEntity::toGroup);
    }

    /** The group, locked until this transaction ends, so that changes of one group follow each other. */
    Optional<Group> lock(String id) {
        return Optional.ofNullable(entities.find(GroupEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(GroupEntity::toGroup);
    }

    Group insert(String id, String displayName, Optional<String> externalId) {
        GroupEntity row = new GroupEntity(id, displayName, externalId, clock.instant());
        entities.persist(row);
        flush(displayName);
        return row.toGroup();
    }

    /** Writes the attributes of a group that is locked; its version counts up also when they are the same. */
    Group update(String id, String displayName, Optional<String> externalId) {
        GroupEntity row = entities.find(GroupEntity.class, id);
        row.write(displayName, externalId, clock.instant());
        flush(displayName);
        return row.toGroup();
    }

    void delete(String id) {
        Optional.ofNullable(entities.find(GroupEntity.class, id)).ifPresent(entities::remove);
        entities.flush();
    }

    private void flush(String displayName) {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure)
                    ? ScimException.uniqueness("A group named '%s' already exists.".formatted(displayName))
                    : failure;
        }
    }
}
