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

/** A secret of a key, of which only the hash is kept: the current one, or a former one that still works for a while. */
@Entity
@Table(name = "api_key_secret")
class ApiKeySecretEntity {
    @Id
    @Column(name = "secret_hash")
    private String hash = "";

    @ManyToOne(optional = false)
    @JoinColumn(name = "key_cid")
    private ApiKeyEntity key = new ApiKeyEntity();

    private String last4 = "";

    private long created;

    @Column(name = "valid_until")
    private @Nullable Long validUntil;

    /** Written by {@link SecretStore#use} only. */
    @Column(name = "last_used", insertable = false, updatable = false)
    private @Nullable Long lastUsed;

    protected ApiKeySecretEntity() {}

    ApiKeySecretEntity(ApiKeyEntity key, String secret, Instant created) {
        this.hash = ApiKeySecret.hash(secret);
        this.key = key;
        this.last4 = ApiKeySecret.last4(secret);
        this.created = created.toEpochMilli();
    }

    String hash() {
        return hash;
    }

    ApiKeyEntity key() {
        return key;
    }

    /** The time when a former secret ends; empty for the current one. */
    Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil).map(Instant::ofEpochMilli);
    }

    boolean hasEnded(Instant now) {
        return validUntil().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Makes it a former one, which ends at that time at the latest. */
    void endBy(Instant time) {
        validUntil = Math.min(time.toEpochMilli(), validUntil == null ? Long.MAX_VALUE : validUntil);
    }

    /** Makes it the current one; false when it is that already. */
    boolean endNever() {
        boolean changed = validUntil != null;
        validUntil = null;
        return changed;
    }

    KeySecret toSecret() {
        return new KeySecret(
                last4,
                Instant.ofEpochMilli(created),
                validUntil(),
                Optional.ofNullable(lastUsed).map(Instant::ofEpochMilli));
    }
}
