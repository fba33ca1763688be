package org.cortexscim.web.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;

/**
 * A custom role as somebody enters it.
 *
 * @param tag empty until a new role has one
 * @param shown the values when the form was opened: what others have changed meanwhile stays
 */
public record RoleForm(String tag, Values entered, Values shown) {
    /** In a form, this before a field's name is the name of the field with its {@link #shown} value. */
    public static final String SHOWN = "shown.";

    private static final Values NOTHING = new Values("", "", Set.of());

    /** The values of the fields. */
    public record Values(String name, String description, Set<Permission> permissions) {
        public Values {
            permissions = Set.copyOf(permissions);
        }

        static Values of(RoleDefinition role) {
            return new Values(role.name(), role.description().orElse(""), role.permissions());
        }

        private static Values read(MultivaluedMap<String, String> form, String prefix) {
            Set<Permission> permissions = EnumSet.noneOf(Permission.class);
            form.getOrDefault(prefix + "permission", List.of()).forEach(name -> permissions.add(permission(name)));
            return new Values(text(form, prefix + "name"), text(form, prefix + "description"), permissions);
        }

        private static Permission permission(String name) {
            return Permission.named(name)
                    .orElseThrow(() -> ScimException.invalidValue("'%s' is not a permission.".formatted(name)));
        }
    }

    /** The form of a role that does not exist yet. */
    static RoleForm empty() {
        return new RoleForm("", NOTHING, NOTHING);
    }

    static RoleForm of(RoleDefinition role) {
        Values values = Values.of(role);
        return new RoleForm(role.ref().tag().orElse(""), values, values);
    }

    /**
     * A form as somebody has sent it.
     *
     * @throws ScimException invalidValue for a permission that does not exist: no page has such a field
     */
    static RoleForm sent(MultivaluedMap<String, String> form) {
        return new RoleForm(text(form, "tag"), Values.read(form, ""), Values.read(form, SHOWN));
    }

    /** The new role. */
    RoleDefinition role() {
        return with(RoleRef.custom(tag), entered.name(), entered.description(), entered.permissions());
    }

    /** The role as it is now, with what was changed in the form. */
    RoleDefinition over(RoleDefinition now) {
        Values current = Values.of(now);
        Set<Permission> permissions = Arrays.stream(Permission.values())
                .filter(permission -> isChanged(permission)
                        ? entered.permissions().contains(permission)
                        : current.permissions().contains(permission))
                .collect(Collectors.toSet());
        return with(
                now.ref(),
                entered.name().equals(shown.name()) ? current.name() : entered.name(),
                entered.description().equals(shown.description()) ? current.description() : entered.description(),
                permissions);
    }

    private boolean isChanged(Permission permission) {
        return entered.permissions().contains(permission) != shown.permissions().contains(permission);
    }

    private static RoleDefinition with(RoleRef ref, String name, String description, Set<Permission> permissions) {
        return new RoleDefinition(ref, name, Optional.of(description).filter(text -> !text.isEmpty()), permissions);
    }

    /** A browser sends every end of a line as two characters. */
    static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "")
                .replace("\r\n", "\n")
                .strip();
    }
}
