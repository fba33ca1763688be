package org.cortexscim.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The stored value of a setting that an admin has changed. */
@Entity
@Table(name = "setting")
class SettingEntity {
    @Id
    private String name = "";

    private String value = "";

    protected SettingEntity() {}

    SettingEntity(String name, String value) {
        this.name = name;
        this.value = value;
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }

    void setValue(String value) {
        this.value = value;
    }
}
