package org.cortexscim.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A secret of the server itself. */
@Entity
@Table(name = "server_secret")
class ServerSecretEntity {
    @Id
    private String name = "";

    private String value = "";

    protected ServerSecretEntity() {}

    ServerSecretEntity(String name, String value) {
        this.name = name;
        this.value = value;
    }

    String value() {
        return value;
    }
}
