package org.cortexscim.roles;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;

/** What somebody may do, which bounds what that one can let others do, or keep them from doing. */
public record Authority(Set<Permission> permissions) {
    public Authority {
        permissions = Set.copyOf(permissions);
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
