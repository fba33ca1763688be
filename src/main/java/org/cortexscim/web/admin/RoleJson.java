package org.cortexscim.web.admin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role as the Cortex REST API writes it; a request may also name it by its id alone.
 *
 * <pre>{"type":"BASIC","role":"ADMIN"}   {"type":"CUSTOM","tag":"provisioner"}   "ADMIN"   "provisioner"</pre>
 *
 * <p>For API keys Cortex has other words for two of them, {@code DEFAULT} for BASIC and {@code READ_ONLY} for VIEWER. A
 * request may use either wherever it names a role.
 */
@Schema(name = "Role", description = "In a request, the id alone is enough: \"ADMIN\" or \"provisioner\".")
record RoleJson(
        @Schema(description = "BASIC or CUSTOM; DEFAULT instead of BASIC for API keys.", examples = "BASIC")
        String type,

        @Schema(description = "The name of a built-in role.", examples = "ADMIN") @Nullable
        String role,

        @Schema(description = "The tag of a custom role.") @Nullable
        String tag,

        @Schema(description = "The name of a custom role, where users' roles are listed.", readOnly = true) @Nullable
        String name) {
    private static final RoleRef VIEWER = RoleRef.builtIn(BuiltInRole.VIEWER);
    private static final String READ_ONLY = "READ_ONLY";

    static RoleJson of(RoleRef role) {
        return role.tag()
                .map(tag -> new RoleJson("CUSTOM", null, tag, null))
                .orElseGet(() -> new RoleJson("BASIC", role.name(), null, null));
    }

    /** Roles with their names; a deleted custom role is left out, because it allows nothing. */
    static List<RoleJson> named(Collection<RoleRef> roles, Map<String, String> customNames) {
        return roles.stream()
                .sorted()
                .filter(role -> role.tag().map(customNames::containsKey).orElse(true))
                .map(role -> role.tag()
                        .map(tag -> new RoleJson("CUSTOM", null, tag, customNames.get(tag)))
                        .orElseGet(() -> of(role)))
                .toList();
    }

    /** A role of an API key, in the words for those. */
    static RoleJson ofKey(RoleRef role) {
        return role.tag().isPresent() ? of(role) : new RoleJson("DEFAULT", keyWord(role), null, null);
    }

    private static String keyWord(RoleRef role) {
        return role.equals(VIEWER) ? READ_ONLY : role.name();
    }

    /**
     * The roles in the member {@code roles} of a request.
     *
     * @throws ScimException invalidValue when it is no list of roles that exist
     */
    static Set<RoleRef> readAll(ScimObject sent, Roles roles) {
        Set<RoleRef> named = new HashSet<>();
        BodyMembers.list(sent, "roles").forEach(role -> named.add(read(role, roles)));
        return named;
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
