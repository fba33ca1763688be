package org.cortexscim.access;

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
import java.util.List;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.jspecify.annotations.Nullable;

/** An API key: everything but its secret, of which only the hash is kept. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    @Id
    private String cid = "";

    private String name = "";

    @Column(name = "secret_hash")
    private String secretHash = "";

    /** By these an admin tells keys apart; nothing in here decides by them. */
    @SuppressWarnings("UnusedVariable")
    private String last4 = "";

    @SuppressWarnings("UnusedVariable")
    private long created;

    private @Nullable Long expires;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_role", joinColumns = @JoinColumn(name = "key_cid"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    protected ApiKeyEntity() {}

    ApiKeyEntity(String cid, String name, String secret, Set<RoleRef> roles, Instant created) {
        this.cid = cid;
        this.name = name;
        this.secretHash = ApiKeySecret.hash(secret);
        this.last4 = ApiKeySecret.last4(secret);
        this.created = created.toEpochMilli();
        roles.forEach(role -> this.roles.add(role.name()));
    }

    String cid() {
        return cid;
    }

    String name() {
        return name;
    }

    String secretHash() {
        return secretHash;
    }

    boolean isExpired(Instant now) {
        return expires != null && expires <= now.toEpochMilli();
    }

    List<RoleRef> roles() {
        return roles.stream().map(RoleRef::new).toList();
    }
}
