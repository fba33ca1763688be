package org.cortexscim.access.keys;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.jspecify.annotations.Nullable;

/** The row of an {@link ApiKey}. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    @Id
    private String cid = "";

    private String name = "";

    private @Nullable String description;

    private long created;

    private @Nullable Long expires;

    /** Written by {@link ApiKeyStore#use} only. */
    @Column(name = "last_used", insertable = false, updatable = false)
    private @Nullable Long lastUsed;

    /** Written by {@link ApiKeyStore#warn} only: how many days ahead the last warning was for. */
    @SuppressWarnings("UnusedVariable")
    @Column(name = "warned_days", insertable = false, updatable = false)
    private @Nullable Integer warnedDays;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_role", joinColumns = @JoinColumn(name = "key_cid"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    /** One without an end; others are former ones, of which those that have ended are deleted now and then. */
    @OneToMany(mappedBy = "key", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<ApiKeySecretEntity> secrets = new ArrayList<>();

    protected ApiKeyEntity() {}

    ApiKeyEntity(String cid, NewApiKey key, String secret, Instant created) {
        this.cid = cid;
        this.created = created.toEpochMilli();
        expires = key.expires().map(Instant::toEpochMilli).orElse(null);
        key.roles().forEach(role -> roles.add(role.name()));
        secrets.add(new ApiKeySecretEntity(this, secret, created));
        setLabel(key.label());
    }

    String cid() {
        return cid;
    }

    String name() {
        return name;
    }

    List<RoleRef> roles() {
        return roles.stream().map(RoleRef::new).toList();
    }

    boolean isAdmin() {
        return roles.contains(RoleRef.ADMIN.name());
    }

    Optional<Instant> expires() {
        return Optional.ofNullable(expires).map(Instant::ofEpochMilli);
    }

    final void setLabel(KeyLabel label) {
        name = label.name();
        description = label.description().orElse(null);
    }

    /** Adds a new current secret; all that it has had until now end at that time at the latest. */
    void startRotation(String secret, Instant now, Instant formerEnd) {
        secrets.forEach(former -> former.endBy(formerEnd));
        secrets.removeIf(former -> former.hasEnded(now));
        secrets.add(new ApiKeySecretEntity(this, secret, now));
    }

    /**
     * Leaves nothing but that secret, which it may have had before.
     *
     * @return false when it is so already
     */
    boolean replaceSecrets(String secret, Instant now) {
        String hash = ApiKeySecret.hash(secret);
        boolean changed = secrets.removeIf(other -> !other.hash().equals(hash));
        if (secrets.isEmpty()) {
            secrets.add(new ApiKeySecretEntity(this, secret, now));
        }
        return secrets.get(0).endNever() || changed;
    }

    /** Leaves nothing but the current secret. */
    void completeRotation() {
        secrets.removeIf(secret -> secret.validUntil().isPresent());
    }

    /** Leaves nothing but the former secret that is still valid, and makes it the current one. */
    void undoRotation(Instant now) {
        secrets.removeIf(secret -> secret.validUntil().isEmpty() || secret.hasEnded(now));
        secrets.forEach(ApiKeySecretEntity::endNever);
    }

    ApiKey toKey(Instant now) {
        return new ApiKey(
                cid,
                new KeyLabel(name, Optional.ofNullable(description)),
                secrets.stream()
                        .filter(secret -> !secret.hasEnded(now))
                        .map(ApiKeySecretEntity::toSecret)
                        .toList(),
                roles(),
                Instant.ofEpochMilli(created),
                expires(),
                Optional.ofNullable(lastUsed).map(Instant::ofEpochMilli));
    }
}
