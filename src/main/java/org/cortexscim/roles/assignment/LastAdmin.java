package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;

/**
 * Keeps a workspace that has an active Admin from losing the last one to a mistake, here or at the identity provider.
 * Code that changes who holds a role asks for a {@link Watch} first, makes the change, and then
 * {@link Watch#requireOne requires} that an Admin is left:
 *
 * <pre>LastAdmin.Watch admins = lastAdmin.watchUser(id);
 * store.delete(id);
 * admins.requireOne();</pre>
 *
 * <p>Only a change that concerns an Admin pays for it: such changes follow each other, so that two of them cannot each
 * count on the Admin that the other one removes. The lock is taken before the change, so that a transaction that waits
 * for it has not written anything that the holder would have to wait for.
 */
@ApplicationScoped
public class LastAdmin {
    @Inject
    private HolderQuery holders;

    @Inject
    private UserRoleStore assignments;

    @Inject
    private Roles roles;

    @Inject
    private WorkspaceSettings settings;

    /** A change that may cost the workspace an Admin. */
    public final class Watch {
        private final boolean needed;
        private final boolean provisioned;

        private Watch(boolean needed, boolean provisioned) {
            this.needed = needed;
            this.provisioned = provisioned;
        }

        /**
         * To be called after the change, which must have reached the database.
         *
         * @throws ScimException 409 when the change would remove the last active Admin
         */
        public void requireOne() {
            if (needed && !holders.hasActive(RoleRef.ADMIN, provisioned)) {
                throw ScimException.conflict("This would leave the workspace without an active user who has the Admin"
                                + " role. Give another active user the Admin role first.")
                        .because(Reason.LAST_ADMIN);
            }
        }
    }

    /** Before a user is deleted. */
    public Watch watchUser(String userId) {
        return watch(holders.roles(Set.of(userId), isProvisioned())
                .getOrDefault(userId, Set.of())
                .contains(RoleRef.ADMIN));
    }

    /** Call before a user's document is changed; changes that cannot remove a role are not checked. */
    public Watch watchUser(String userId, ScimObject before, ScimObject after) {
        boolean sameAccess = Objects.equals(before.get("active"), after.get("active"));
        boolean sameRoles = Objects.equals(before.get("roles"), after.get("roles"));
        return sameAccess && sameRoles ? watch(false) : watchUser(userId);
    }

    /** Call before a group is deleted, or a member leaves it. */
    public Watch watchGroup(String groupId) {
        return watch(isProvisioned() && holders.isGivenBy(groupId, RoleRef.ADMIN));
    }

    /** Before a user loses roles that an admin has given. */
    Watch watchLoss(Set<RoleRef> roles) {
        return watch(roles.contains(RoleRef.ADMIN));
    }

    /** Before a way to that role is closed by which the identity provider gives it. */
    Watch watchRole(RoleRef role) {
        return watch(isProvisioned() && role.equals(RoleRef.ADMIN));
    }

    /** Call before a value, which may be a role's id, is mapped to another role. */
    Watch watchRoleOfId(String value) {
        return watch(isProvisioned()
                && roles.find(value).filter(RoleRef.ADMIN::equals).isPresent());
    }

    private boolean isProvisioned() {
        return settings.current().roleProvisioning();
    }

    private Watch watch(boolean concernsAdmins) {
        if (!concernsAdmins) {
            return new Watch(false, false);
        }
        assignments.lockAdmins();
        boolean provisioned = settings.lockRoleProvisioning();
        return new Watch(holders.hasActive(RoleRef.ADMIN, provisioned), provisioned);
    }
}
