package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;

/**
 * Keeps a workspace that has an active Admin from losing the last one to a mistake, here or at the identity provider.
 * Code that changes who holds a role makes the change inside a guard, which then requires that an Admin is left:
 *
 * <pre>lastAdmin.guardUser(id, () -&gt; store.delete(id));</pre>
 *
 * <p>The change must have reached the database when it returns. Each guard throws a {@link ScimException} 409 when the
 * change would remove the last active Admin.
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

    /** Makes a change that deletes a user. */
    public void guardUser(String userId, Runnable change) {
        guard(isAdmin(userId), asSupplier(change));
    }

    /** Makes a change to a user's document; one that cannot remove a role is not checked. */
    public <T> T guardUser(String userId, ScimObject before, ScimObject after, Supplier<T> change) {
        boolean sameAccess = Objects.equals(before.get("active"), after.get("active"));
        boolean sameRoles = Objects.equals(before.get("roles"), after.get("roles"));
        return guard(!(sameAccess && sameRoles) && isAdmin(userId), change);
    }

    /** Makes a change that deletes a group or removes members from it, and returns its result. */
    public <T> T guardGroup(String groupId, Supplier<T> change) {
        return guard(isProvisioned() && holders.givenBy(groupId).contains(RoleRef.ADMIN), change);
    }

    /** Makes a change that deletes a group or removes members from it. */
    public void guardGroup(String groupId, Runnable change) {
        guardGroup(groupId, asSupplier(change));
    }

    /** Makes a change that takes from a user roles which an admin has given. */
    void guardLoss(Set<RoleRef> roles, Runnable change) {
        guard(roles.contains(RoleRef.ADMIN), asSupplier(change));
    }

    /** Makes a change that closes a way by which the identity provider gives that role. */
    void guardRole(RoleRef role, Runnable change) {
        guard(isProvisioned() && role.equals(RoleRef.ADMIN), asSupplier(change));
    }

    /** Makes a change that maps a value, which may be a role's id, to another role. */
    <T> T guardRoleOfId(String value, Supplier<T> change) {
        return guard(
                isProvisioned()
                        && roles.find(value).filter(RoleRef.ADMIN::equals).isPresent(),
                change);
    }

    private boolean isAdmin(String userId) {
        return holders.roles(Set.of(userId), isProvisioned())
                .getOrDefault(userId, Set.of())
                .contains(RoleRef.ADMIN);
    }

    private boolean isProvisioned() {
        return settings.current().roleProvisioning();
    }

    private <T> T guard(boolean concernsAdmins, Supplier<T> change) {
        if (!concernsAdmins) {
            return change.get();
        }
        assignments.lockAdmins();
        boolean provisioned = settings.lockRoleProvisioning();
        boolean hadOne = holders.hasActive(RoleRef.ADMIN, provisioned);
        T result = change.get();
        if (hadOne && !holders.hasActive(RoleRef.ADMIN, provisioned)) {
            throw ScimException.conflict("This would leave the workspace without an active user who has the Admin"
                            + " role. Give another active user the Admin role first.")
                    .because(Reason.LAST_ADMIN);
        }
        return result;
    }

    private static Supplier<Boolean> asSupplier(Runnable change) {
        return () -> {
            change.run();
            return true;
        };
    }
}
