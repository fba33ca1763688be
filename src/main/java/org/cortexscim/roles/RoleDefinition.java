package org.cortexscim.roles;

import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/**
 * A role and what it allows.
 *
 * @param name the name for admins, 1 to 200 characters
 * @param description its purpose, at most 1000 characters
 */
public record RoleDefinition(RoleRef ref, String name, Optional<String> description, Set<Permission> permissions) {
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 1000;

    public RoleDefinition {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw ScimException.invalidValue("'name' must be a string of 1 to %d characters.".formatted(MAX_NAME));
        }
        if (description.filter(text -> text.length() > MAX_DESCRIPTION).isPresent()) {
            throw ScimException.invalidValue(
                    "'description' must be a string of at most %d characters.".formatted(MAX_DESCRIPTION));
        }
        permissions = Set.copyOf(permissions);
    }

    /** The members that can be changed, for finding differences. */
    ScimObject document() {
        return ScimObject.of("name", name)
                .with("description", description.orElse(null))
                .with("permissions", Permission.labels(permissions));
    }
}
