package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** The roles that admins give to users, whatever the identity provider says. */
@ApplicationScoped
@InTransaction
public class UserRoleAssignments {
    @Inject
    private UserRoleStore store;

    @Inject
    private Roles roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private Event<UserRolesChanged> changes;

    /** The roles given to one user, built-in ones first. */
    @InTransaction(readOnly = true)
    public Set<RoleRef> of(String userId) {
        return store.of(userId);
    }

    /**
     * Gives these roles to a user who is locked, and takes all others away.
     *
     * @throws ScimException 403 when a role that comes or goes has a permission which the assigner lacks, invalidValue for a
     *     role that is gone, 409 when it takes the role of the last Admin
     */
    public void replace(String userId, String userName, Set<RoleRef> wanted, Authority assigner) {
        Set<RoleRef> before = store.of(userId);
        Set<RoleRef> added = without(wanted, before);
        Set<RoleRef> removed = without(before, wanted);
        roles.requireWithin(assigner, added);
        roles.requireWithin(assigner, removed);
        roles.hold(added);
        lastAdmin.guardLoss(removed, () -> write(userId, added, removed));
        fire(userId, userName, before, wanted);
    }

    /** Takes every role from a user who is about to be deleted; whether an Admin is left is the caller's to guard. */
    public void deleteOfUser(String userId, String userName) {
        Set<RoleRef> before = store.of(userId);
        write(userId, Set.of(), before);
        fire(userId, userName, before, Set.of());
    }

    private void write(String userId, Set<RoleRef> added, Set<RoleRef> removed) {
        removed.forEach(role -> store.delete(userId, role));
        added.forEach(role -> store.insert(userId, role));
    }

    private void fire(String userId, String userName, Set<RoleRef> before, Set<RoleRef> after) {
        if (!before.equals(after)) {
            changes.fire(new UserRolesChanged(userId, userName, before, after));
        }
    }

    private static Set<RoleRef> without(Set<RoleRef> roles, Set<RoleRef> others) {
        Set<RoleRef> rest = new TreeSet<>(roles);
        rest.removeAll(others);
        return rest;
    }
}
