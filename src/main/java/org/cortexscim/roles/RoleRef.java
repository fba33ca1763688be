package org.cortexscim.roles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.cortexscim.scim.ScimException;

/**
 * A role by its name: a built-in one such as {@code ADMIN}, or a custom one such as {@code custom:provisioner}.
 *
 * @param name the text under which an assignment of the role is stored
 */
public record RoleRef(String name) implements Comparable<RoleRef> {
    public static final RoleRef ADMIN = builtIn(BuiltInRole.ADMIN);
    private static final String CUSTOM = "custom:";
    private static final String TAG = "[A-Za-z0-9-]{1,100}";
    private static final Comparator<RoleRef> ORDER = Comparator.<RoleRef, Boolean>comparing(
                    role -> role.tag().isPresent())
            .thenComparing(RoleRef::name);

    public static RoleRef builtIn(BuiltInRole role) {
        return new RoleRef(role.name());
    }

    /**
     * The custom role with that tag.
     *
     * @throws ScimException invalidValue when the tag does not consist of 1 to 100 letters, digits and hyphens, or is the name
     *     of a built-in role in any case
     */
    public static RoleRef custom(String tag) {
        if (!tag.matches(TAG)) {
            throw ScimException.invalidValue("A role's tag must consist of 1 to 100 letters, digits and hyphens.");
        }
        if (BuiltInRole.named(tag).isPresent()) {
            throw ScimException.invalidValue("'%s' is a built-in role; choose another tag.".formatted(tag));
        }
        return new RoleRef(CUSTOM + tag);
    }

    /** The role that a text names: a built-in role, ignoring case, or a custom one by its tag; empty when it is not a name. */
    public static Optional<RoleRef> named(String name) {
        return BuiltInRole.named(name)
                .map(RoleRef::builtIn)
                .or(() -> name.matches(TAG) ? Optional.of(custom(name)) : Optional.empty());
    }

    /** The tag of a custom role; empty for a built-in one. */
    public Optional<String> tag() {
        return name.startsWith(CUSTOM) ? Optional.of(name.substring(CUSTOM.length())) : Optional.empty();
    }

    /** The built-in roles first, then the custom ones, each by name. */
    @Override
    public int compareTo(RoleRef other) {
        return ORDER.compare(this, other);
    }

    /** The built-in role; empty for a custom one. */
    public Optional<BuiltInRole> builtIn() {
        return Arrays.stream(BuiltInRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
