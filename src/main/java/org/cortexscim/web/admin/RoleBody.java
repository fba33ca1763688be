package org.cortexscim.web.admin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * A role with what it allows, as this API reads and writes it.
 *
 * <pre>{"type":"CUSTOM","tag":"provisioner","name":"Provisioner","description":"For Okta.",
 *  "permissions":["Configure Open ID Connector &amp; SCIM"]}</pre>
 */
final class RoleBody {
    private RoleBody() {}

    static ScimObject of(RoleDefinition role) {
        return RoleJson.of(role.ref())
                .with("name", role.name())
                .with("description", role.description().orElse(null))
                .with("permissions", Permission.labels(role.permissions()));
    }

    /**
     * The custom role that a request makes.
     *
     * @throws ScimException invalidValue
     */
    static RoleDefinition read(ScimObject sent) {
        return read(sent, RoleRef.custom(BodyMembers.text(sent, "tag")));
    }

    /**
     * The custom role that a request defines; its tag does not change.
     *
     * @throws ScimException invalidValue
     */
    static RoleDefinition read(ScimObject sent, RoleRef role) {
        BodyMembers.requireOnly(sent, "tag", "name", "description", "permissions", "type");
        if (sent.has("type") && !"CUSTOM".equals(sent.get("type"))) {
            throw ScimException.invalidValue("'type' must be CUSTOM: built-in roles cannot be created or changed.");
        }
        if (sent.has("tag") && !role.tag().equals(sent.text("tag"))) {
            throw ScimException.invalidValue("The 'tag' of a role cannot be changed.");
        }
        return new RoleDefinition(
                role, BodyMembers.text(sent, "name"), BodyMembers.optionalText(sent, "description"), permissions(sent));
    }

    private static Set<Permission> permissions(ScimObject sent) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        BodyMembers.list(sent, "permissions").forEach(name -> permissions.add(permission(name)));
        return permissions;
    }

    private static Permission permission(@Nullable Object name) {
        if (name instanceof String text) {
            return Permission.named(text)
                    .orElseThrow(() -> unknown("'%s' in 'permissions' is not a permission".formatted(text)));
        }
        throw unknown("Each element of 'permissions' must be a string");
    }

    private static ScimException unknown(String what) {
        String choices = String.join(", ", Permission.labels(Arrays.asList(Permission.values())));
        return ScimException.invalidValue("%s. The permissions are: %s.".formatted(what, choices));
    }
}
