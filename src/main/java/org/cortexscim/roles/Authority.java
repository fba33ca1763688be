package org.cortexscim.roles;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;

/** The permissions of a caller, which bound those that the caller can grant or remove. */
public record Authority(Set<Permission> permissions) {
    public Authority {
        permissions = Set.copyOf(permissions);
    }

    /** Tells whether the caller has all of these. */
    public boolean hasAll(Collection<Permission> wanted) {
        return permissions.containsAll(wanted);
    }

    /**
     * Refuses who would hand out or take away more than they have themselves.
     *
     * @throws ScimException 403 naming the permissions that are missing
     */
    public void requireAll(Collection<Permission> wanted) {
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        missing.addAll(wanted);
        missing.removeAll(permissions);
        if (!missing.isEmpty()) {
            throw ScimException.forbidden(("You can grant, change and remove only permissions that you have yourself;"
                                    + " you lack %s.")
                            .formatted(Permission.quoted(missing)))
                    .because(Reason.PERMISSION_MISSING);
        }
    }
}
