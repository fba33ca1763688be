package org.cortexscim.access.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimObject;

/**
 * An API key, as admins see it.
 *
 * @param cid its public id
 * @param last4 the last characters of its present secret
 * @param roles the built-in ones first
 * @param expires from when on it is refused; empty for never
 * @param lastUsed when a request had it last, to the minute; empty for never
 */
public record ApiKey(
        String cid,
        KeyLabel label,
        String last4,
        List<RoleRef> roles,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {
    public ApiKey {
        roles = roles.stream().sorted().toList();
    }

    boolean isExpired(Instant now) {
        return expires.filter(end -> !end.isAfter(now)).isPresent();
    }

    boolean isAdmin() {
        return roles.contains(RoleRef.ADMIN);
    }

    /** The document that the audit log compares. */
    ScimObject audited() {
        return ScimObject.of("name", label.name())
                .with("description", label.description().orElse(null))
                .with("roles", roles.stream().map(RoleRef::name).toList())
                .with("expirationDate", expires.map(Instant::toString).orElse(null))
                .with("last4", last4);
    }
}
