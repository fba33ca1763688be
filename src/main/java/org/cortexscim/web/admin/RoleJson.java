package org.cortexscim.web.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * A role as the Cortex REST API writes it; a request may also name it by its id alone.
 *
 * <pre>{"type":"BASIC","role":"ADMIN"}   {"type":"CUSTOM","tag":"provisioner"}   "ADMIN"   "provisioner"</pre>
 *
 * <p>For API keys Cortex has other words for two of them, {@code DEFAULT} for BASIC and {@code READ_ONLY} for VIEWER. A
 * request may use either wherever it names a role.
 */
final class RoleJson {
    private static final RoleRef VIEWER = RoleRef.builtIn(BuiltInRole.VIEWER);
    private static final String READ_ONLY = "READ_ONLY";

    private RoleJson() {}

    static ScimObject of(RoleRef role) {
        return role.tag()
                .map(tag -> ScimObject.of("type", "CUSTOM").with("tag", tag))
                .orElseGet(() -> ScimObject.of("type", "BASIC").with("role", role.name()));
    }

    /** Roles with their names; a deleted custom role is left out, because it allows nothing. */
    static List<ScimObject> named(Collection<RoleRef> roles, Map<String, String> customNames) {
        return roles.stream()
                .sorted()
                .flatMap(role -> role.tag().isEmpty()
                        ? Stream.of(of(role))
                        : role.tag().map(customNames::get).stream().map(name -> of(role).with("name", name)))
                .toList();
    }

    /** A role of an API key, in the words for those. */
    static ScimObject ofKey(RoleRef role) {
        return role.tag().isPresent()
                ? of(role)
                : ScimObject.of("type", "DEFAULT").with("role", keyWord(role));
    }

    private static String keyWord(RoleRef role) {
        return role.equals(VIEWER) ? READ_ONLY : role.name();
    }

    /**
     * The role that a request names.
     *
     * @throws ScimException invalidValue when it names none that there is
     */
    static RoleRef read(@Nullable Object sent, Roles roles) {
        if (sent instanceof String id) {
            return known(find(id, roles));
        }
        ScimObject role = sent instanceof ScimObject object ? object : new ScimObject();
        return switch (role.text("type").orElse("")) {
            case "BASIC", "DEFAULT" ->
                known(role.text("role")
                        .flatMap(name -> find(name, roles))
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

    private static Optional<RoleRef> find(String id, Roles roles) {
        return id.equals(READ_ONLY) ? Optional.of(VIEWER) : roles.find(id);
    }

    private static RoleRef known(Optional<RoleRef> role) {
        return role.orElseThrow(() -> ScimException.invalidValue("No such role exists; see GET /api/v1/roles."));
    }
}
