package org.cortexscim.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.cortexscim.directory.GroupChanged;
import org.cortexscim.directory.UserChanged;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.ProvisionedRoles;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.Setting;
import org.cortexscim.settings.SettingChanged;

/**
 * Keeps a caller who may configure SCIM, but not edit roles, from giving users more than the caller may do: such a key,
 * once it leaks, makes no Admins. The observers run inside the transaction of a change, which a refusal rolls back.
 */
@ApplicationScoped
public class RoleGivingGuard {
    @Inject
    private CurrentCaller current;

    @Inject
    private ProvisionedRoles provisioned;

    @Inject
    private Roles roles;

    void userChanged(@Observes UserChanged change) {
        change.changes().stream()
                .filter(difference -> difference.path().equals("roles"))
                .forEach(difference -> requireGivable(provisioned.added(difference)));
    }

    void groupChanged(@Observes GroupChanged change) {
        if (!change.added().isEmpty()) {
            requireGivable(provisioned.givenBy(change.groupId()));
        }
    }

    void settingChanged(@Observes SettingChanged change) {
        if (change.setting() == Setting.ROLE_PROVISIONING && !mayEditRoles()) {
            throw refusal("Changing 'roleProvisioning' changes who has which role. Use a caller that also has the"
                    + " permission '%s'.".formatted(Permission.EDIT_ROLES.label()));
        }
    }

    private void requireGivable(Collection<RoleRef> given) {
        if (given.isEmpty() || mayEditRoles()) {
            return;
        }
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        missing.addAll(roles.permissionsOf(given));
        missing.removeAll(current.authority().permissions());
        if (!missing.isEmpty()) {
            throw refusal(
                    ("This gives a user a role that allows more than the caller may do: '%s'. Use a caller that has"
                                    + " that too, or the permission '%s'.")
                            .formatted(String.join("', '", Permission.labels(missing)), Permission.EDIT_ROLES.label()));
        }
    }

    /** Without a caller it is the service itself that acts: no endpoint lets a request in without one. */
    private boolean mayEditRoles() {
        return current.caller().map(caller -> caller.has(Permission.EDIT_ROLES)).orElse(true);
    }

    private static ScimException refusal(String detail) {
        return ScimException.forbidden(detail).because(Reason.PERMISSION_MISSING);
    }
}
