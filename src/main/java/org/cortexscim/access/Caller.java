package org.cortexscim.access;

import java.util.Set;
import org.cortexscim.roles.Permission;

/**
 * Who sends a request.
 *
 * @param type how the caller proved who it is
 * @param identifier the API key's public id
 * @param name the API key's name
 */
public record Caller(Type type, String identifier, String name, Set<Permission> permissions) {
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The kinds of caller, as the audit log of Cortex names them. */
    public enum Type {
        API_KEY
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }
}
