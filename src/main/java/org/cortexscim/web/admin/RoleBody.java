package org.cortexscim.web.admin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role with what it allows. */
@Schema(name = "RoleDefinition")
record RoleBody(
        @Schema(description = "BASIC or CUSTOM.", examples = "CUSTOM")
        String type,

        @Schema(description = "The name of a built-in role.") @Nullable
        String role,

        @Schema(description = "The tag of a custom role.", examples = "auditor") @Nullable
        String tag,

        @Schema(examples = "Auditor") String name,
        @Schema(examples = "Reads the audit log.") Optional<String> description,

        @Schema(examples = "[\"View Roles\", \"View audit logs\"]")
        List<String> permissions) {

    /** The members of a custom role that a request creates or changes. */
    @Schema(name = "CustomRole")
    record Custom(
            @Schema(description = "Required for a new role; it cannot be changed.", examples = "auditor")
            Optional<String> tag,

            @Schema(examples = "Auditor") String name,
            @Schema(examples = "Reads the audit log.") Optional<String> description,

            @Schema(examples = "[\"View Roles\", \"View audit logs\"]")
            List<String> permissions,

            @Schema(description = "CUSTOM, or left out.", examples = "CUSTOM")
            Optional<String> type) {}

    static RoleBody of(RoleDefinition role) {
        RoleJson named = RoleJson.of(role.ref());
        return new RoleBody(
                named.type(),
                named.role(),
                named.tag(),
                role.name(),
                role.description(),
                Permission.labels(role.permissions()));
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
    static RoleDefinition read(ScimObject sent, RoleRef ref) {
        BodyMembers.requireOnly(sent, Custom.class);
        if (sent.has("type") && !"CUSTOM".equals(sent.get("type"))) {
            throw ScimException.invalidValue("'type' must be CUSTOM: built-in roles cannot be created or changed.");
        }
        if (sent.has("tag") && !ref.tag().equals(sent.text("tag"))) {
            throw ScimException.invalidValue("The 'tag' of a role cannot be changed.");
        }
        return new RoleDefinition(
                ref, BodyMembers.text(sent, "name"), BodyMembers.optionalText(sent, "description"), permissions(sent));
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
