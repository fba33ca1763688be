package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.WorkspaceSettings;

/** The places where roles are assigned. */
@ApplicationScoped
class RoleUses {
    /** Every table that assigns roles, or the part of one, and what its rows are. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("api_key_role", "API keys");
        TABLES.put("user_role", "users");
        TABLES.put("(select role from role_grant where group_id is null) v", "role mappings");
        TABLES.put("(select role from role_grant where group_id is not null) g", "group role mappings");
        TABLES.put("default_role", "the default role for users without another");
    }

    @Inject
    private RoleQuery query;

    @Inject
    private WorkspaceSettings settings;

    /**
     * Makes sure that the role is not assigned; a later role with the same tag must not revive old assignments.
     *
     * @throws ScimException 409 saying where the role is assigned
     */
    void requireNone(RoleRef role) {
        Map<String, Long> uses = new LinkedHashMap<>();
        TABLES.forEach((table, rows) -> uses.put(rows, query.uses(table, role)));
        if (settings.current().roleProvisioning()) {
            uses.put(
                    "users by the identity provider",
                    role.tag().map(query::usersByValue).orElse(0L));
        }
        uses.values().removeIf(count -> count == 0);
        if (!uses.isEmpty()) {
            throw ScimException.conflict("The role is still assigned: %s. Remove it there first."
                    .formatted(uses.entrySet().stream()
                            .map(use -> use.getKey() + " (" + use.getValue() + ")")
                            .collect(Collectors.joining(", "))));
        }
    }
}
