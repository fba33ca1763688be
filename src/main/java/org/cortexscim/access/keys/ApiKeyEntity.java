package org.cortexscim.access.keys;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
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

    private String last4 = "";

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

    protected ApiKeyEntity() {}

    ApiKeyEntity(String cid, NewApiKey key, String last4, Instant created) {
        this.cid = cid;
        this.last4 = last4;
        this.created = created.toEpochMilli();
        expires = key.expires().map(Instant::toEpochMilli).orElse(null);
        key.roles().forEach(role -> roles.add(role.name()));
        setLabel(key.label());
    }

    final void setLabel(KeyLabel label) {
        name = label.name();
        description = label.description().orElse(null);
    }

    void setLast4(String changed) {
        last4 = changed;
    }

    ApiKey toKey() {
        return new ApiKey(
                cid,
                new KeyLabel(name, Optional.ofNullable(description)),
                last4,
                roles.stream().map(RoleRef::new).toList(),
                Instant.ofEpochMilli(created),
                Optional.ofNullable(expires).map(Instant::ofEpochMilli),
                Optional.ofNullable(lastUsed).map(Instant::ofEpochMilli));
    }
}
