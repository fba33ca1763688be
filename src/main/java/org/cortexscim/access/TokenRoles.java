package org.cortexscim.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;

/**
 * What the values of a token's roles claim give: the role of that name or, when the operator has listed them (JWT_ROLE_MAP), the
 * roles of the listed values and no others.
 *
 * <pre>okta-scim-admins=ADMIN,helpdesk=support</pre>
 */
final class TokenRoles {
    private final Optional<Map<String, RoleRef>> listed;

    private TokenRoles(Optional<Map<String, RoleRef>> listed) {
        this.listed = listed;
    }

    /**
     * The roles as the operator lists them; empty for those of the same name.
     *
     * @throws IllegalStateException when an entry is not a value and a role
     */
    static TokenRoles of(Optional<List<String>> entries) {
        return new TokenRoles(entries.map(list -> {
            Map<String, RoleRef> roles = new HashMap<>();
            list.forEach(entry -> {
                int equals = entry.lastIndexOf('=');
                Optional<RoleRef> role =
                        RoleRef.named(entry.substring(equals + 1).trim());
                if (equals < 1 || role.isEmpty()) {
                    throw new IllegalStateException(
                            "JWT_ROLE_MAP must be a list such as okta-scim-admins=ADMIN,helpdesk=support, with the name of a role or"
                                    + " the tag of a custom role after each '='.");
                }
                roles.put(entry.substring(0, equals).trim(), role.get());
            });
            return Map.copyOf(roles);
        }));
    }

    /** The role that a value of the claim gives; empty for none. */
    Optional<RoleRef> role(String value) {
        return listed.isPresent() ? Optional.ofNullable(listed.get().get(value)) : RoleRef.named(value);
    }
}
