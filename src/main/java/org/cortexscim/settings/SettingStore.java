package org.cortexscim.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.SqlFailures;

/** The settings in the database. */
@ApplicationScoped
class SettingStore {
    @PersistenceContext
    private EntityManager entities;

    @InTransaction(readOnly = true)
    Map<Setting, String> all() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        entities.createQuery("select s from SettingEntity s", SettingEntity.class)
                .getResultList()
                .forEach(row -> Setting.named(row.name()).ifPresent(setting -> values.put(setting, row.value())));
        return values;
    }

    /** The value, locked until this transaction ends. */
    Optional<String> lock(Setting setting) {
        return Optional.ofNullable(entities.find(SettingEntity.class, setting.key(), LockModeType.PESSIMISTIC_WRITE))
                .map(SettingEntity::value);
    }

    void put(Setting setting, String value) {
        SettingEntity present = entities.find(SettingEntity.class, setting.key(), LockModeType.PESSIMISTIC_WRITE);
        if (present != null) {
            present.setValue(value);
            return;
        }
        try {
            entities.persist(new SettingEntity(setting.key(), value));
            entities.flush();
        } catch (PersistenceException failure) {
            throw SqlFailures.isUniqueViolation(failure) ? new OptimisticLockException(failure) : failure;
        }
    }

    void remove(Setting setting) {
        Optional.ofNullable(entities.find(SettingEntity.class, setting.key())).ifPresent(entities::remove);
    }
}
