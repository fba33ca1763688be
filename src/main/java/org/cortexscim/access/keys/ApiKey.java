package org.cortexscim.access.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimObject;

/**
 * An API key, as admins see it.
 *
 * @param cid its public id
 * @param secrets those that are valid: the current one, and during a rotation after it the former one
 * @param roles the built-in ones first
 * @param expires from when on it is refused; empty for never
 * @param lastUsed when a request had it last, with whichever secret, to the minute; empty for never
 */
public record ApiKey(
        String cid,
        KeyLabel label,
        List<KeySecret> secrets,
        List<RoleRef> roles,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {
    public ApiKey {
        secrets = secrets.stream()
                .sorted(Comparator.comparing(KeySecret::isCurrent).reversed())
                .toList();
        roles = roles.stream().sorted().toList();
    }

    /** The last characters of the current secret. */
    public String last4() {
        return secrets.get(0).last4();
    }

    /** The secret that a rotation has replaced, while it is still valid. */
    public Optional<KeySecret> former() {
        return secrets.stream().filter(secret -> !secret.isCurrent()).findFirst();
    }

    public boolean isExpired(Instant now) {
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
                .with("last4", last4())
                .with("previousLast4", former().map(KeySecret::last4).orElse(null))
                .with(
                        "previousSecretValidUntil",
                        former().flatMap(KeySecret::end).map(Instant::toString).orElse(null));
    }
}
