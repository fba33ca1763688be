package org.cortexscim.admin;

import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * A role as the Cortex REST API writes it; a request may also name it by its id alone.
 *
 * <pre>{"type":"BASIC","role":"ADMIN"}   {"type":"CUSTOM","tag":"provisioner"}   "ADMIN"   "provisioner"</pre>
 */
final class RoleJson {
    private RoleJson() {}

    static ScimObject of(RoleRef role) {
        return role.tag()
                .map(tag -> ScimObject.of("type", "CUSTOM").with("tag", tag))
                .orElseGet(() -> ScimObject.of("type", "BASIC").with("role", role.name()));
    }

    /**
     * The role that a request names.
     *
     * @throws ScimException invalidValue when it names none that there is
     */
    static RoleRef read(@Nullable Object sent, Roles roles) {
        if (sent instanceof String id) {
            return known(roles.find(id));
        }
        ScimObject role = sent instanceof ScimObject object ? object : new ScimObject();
        return switch (role.text("type").orElse("")) {
            case "BASIC" ->
                known(role.text("role")
                        .flatMap(roles::find)
                        .filter(found -> found.builtIn().isPresent()));
            case "CUSTOM" ->
                known(role.text("tag")
                        .flatMap(roles::find)
                        .filter(found -> found.tag().isPresent()));
            default ->
                throw ScimException.invalidValue("'role' must be {\"type\": \"BASIC\", \"role\": \"ADMIN\"},"
                        + " {\"type\": \"CUSTOM\", \"tag\": \"<tag>\"}, or the role's id.");
        };
    }

    private static RoleRef known(Optional<RoleRef> role) {
        return role.orElseThrow(() -> ScimException.invalidValue(
                "There is no such role. The roles are those that GET /scim/v2/Roles lists, by their ids."));
    }
}
