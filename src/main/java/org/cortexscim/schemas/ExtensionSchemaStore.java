package org.cortexscim.schemas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.scim.schema.SchemaReader;
import org.cortexscim.storage.Database;
import org.cortexscim.storage.Sql;
import org.cortexscim.storage.SqlFailures;

/** The extensions in the database. */
@ApplicationScoped
class ExtensionSchemaStore {
    private static final String ORDER = " order by s.created, s.urnKey";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    Extensions all() {
        // Only the columns: a row that this transaction has read before is read again.
        List<Object[]> rows = entities.createQuery(
                        "select s.document, s.revision from ExtensionSchemaEntity s" + ORDER, Object[].class)
                .getResultList();
        return new Extensions(
                rows.stream().map(row -> schema((String) row[0])).toList(),
                rows.stream().map(row -> (String) row[1]).toList());
    }

    /** The revisions of {@link #all}, locked against changes until this transaction ends; others may read them. */
    List<String> holdRevisions() {
        String sql = "select s.revision from extension_schema s" + database.sharedLock();
        return List.copyOf(Sql.of(sql).strings(entities));
    }

    /** The extension, locked until this transaction ends. */
    Optional<Schema> lock(String urn) {
        return row(urn).map(row -> schema(row.document()));
    }

    void put(Schema schema) {
        Optional<ExtensionSchemaEntity> present = row(schema.id());
        if (present.isPresent()) {
            present.get().write(schema, clock.instant());
            return;
        }
        try {
            entities.persist(new ExtensionSchemaEntity(schema, clock.instant()));
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    void remove(String urn) {
        row(urn).ifPresent(entities::remove);
    }

    private Optional<ExtensionSchemaEntity> row(String urn) {
        return Optional.ofNullable(entities.find(
                ExtensionSchemaEntity.class, ExtensionSchemaEntity.key(urn), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Schema schema(String document) {
        return SchemaReader.read(JsonText.parseObject(document));
    }
}
