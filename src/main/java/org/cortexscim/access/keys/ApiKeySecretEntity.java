package org.cortexscim.access.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret of a key, of which only the hash is kept: the present one, or a former one that still works for a while. */
@Entity
@Table(name = "api_key_secret")
class ApiKeySecretEntity {
    @Id
    @Column(name = "secret_hash")
    private String hash = "";

    @ManyToOne(optional = false)
    @JoinColumn(name = "key_cid")
    private ApiKeyEntity key = new ApiKeyEntity();

    @SuppressWarnings("UnusedVariable")
    private long created;

    @Column(name = "valid_until")
    private @Nullable Long validUntil;

    protected ApiKeySecretEntity() {}

    ApiKeySecretEntity(ApiKeyEntity key, String secret, Instant created) {
        this.hash = ApiKeySecret.hash(secret);
        this.key = key;
        this.created = created.toEpochMilli();
    }

    String hash() {
        return hash;
    }

    ApiKey key() {
        return key.toKey();
    }

    /** The time when a former secret expires; empty for the current one. */
    Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil).map(Instant::ofEpochMilli);
    }
}
