package org.cortexscim.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.Permission;

/**
 * The sender of a request.
 *
 * @param type the way the caller was authenticated
 * @param identifier the API key's public id, or the name in a token
 * @param name the API key's name, or the name in a token
 * @param userId the workspace's user who calls; empty for an API key, and for a token whose user is not in the directory
 * @param end from when on this secret of an API key is refused; empty for never, and for a token
 */
public record Caller(
        Type type,
        String identifier,
        String name,
        Set<Permission> permissions,
        Optional<String> userId,
        Optional<Instant> end) {
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The kinds of caller, as the audit log of Cortex names them. */
    public enum Type {
        API_KEY,
        /** A token of the organisation's identity provider. */
        OAUTH2
    }

    /** Tells callers apart, for what is counted by caller. */
    public String key() {
        return type + identifier;
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }
}
