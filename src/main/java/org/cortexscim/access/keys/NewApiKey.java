package org.cortexscim.access.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;

/**
 * The properties of a key to be created.
 *
 * @param roles at least one
 * @param expires from when on it is refused; empty for never
 */
public record NewApiKey(KeyLabel label, Set<RoleRef> roles, Optional<Instant> expires) {
    /** As far as four digits of a year go. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** @throws ScimException invalidValue when it has no role, or expires after the year 9999 */
    public NewApiKey {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw ScimException.invalidValue("'roles' must contain at least one role.");
        }
        if (expires.filter(LATEST::isBefore).isPresent()) {
            throw ScimException.invalidValue("'expirationDate' must not be later than the year 9999.");
        }
    }

    /** A key without a description, and without an end. */
    public static NewApiKey named(String name, Set<RoleRef> roles) {
        return new NewApiKey(new KeyLabel(name, Optional.empty()), roles, Optional.empty());
    }

    /** @throws ScimException invalidValue when the key would have ended before it begins */
    void requireFutureEnd(Instant now) {
        if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
            throw ScimException.invalidValue("'expirationDate' must be in the future.");
        }
    }
}
