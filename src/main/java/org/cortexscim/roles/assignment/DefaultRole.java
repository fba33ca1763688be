package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/**
 * The role of every user who has no other, new users first of all. It is not stored with them: it is theirs from their
 * creation until they get another role, and again when they lose the last of those.
 */
@ApplicationScoped
@InTransaction
public class DefaultRole {
    @Inject
    private DefaultRoleStore store;

    @Inject
    private Roles roles;

    @Inject
    private Event<DefaultRoleChanged> changes;

    /** The default role; {@code VIEWER} in a new workspace. */
    @InTransaction(readOnly = true)
    public RoleRef current() {
        return store.get();
    }

    /**
     * Makes another role the default, immediately for every user who has no other role.
     *
     * @throws ScimException invalidValue for the Admin role or one that is gone, 403 when either role has a permission
     *     which the caller lacks
     */
    public void change(RoleRef role, Authority editor) {
        if (role.equals(RoleRef.ADMIN)) {
            throw ScimException.invalidValue("Admin cannot be the default role: every user that the identity"
                    + " provider creates would be an Admin. Assign the role to users one by one.");
        }
        RoleRef before = store.get();
        if (before.equals(role)) {
            return;
        }
        roles.requireWithin(editor, List.of(before, role));
        roles.hold(List.of(role));
        store.replace(before, role);
        changes.fire(new DefaultRoleChanged(before, role));
    }
}
