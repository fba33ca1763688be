package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.directory.Part;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserRoles;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.DefaultRole;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleSources;

/** Makes the panel of a role: what the caller may see of it and do with it. */
@RequestScoped
class RolePanels {
    /** The highest number of mappings that a panel lists. */
    private static final int MOST_SOURCES = 100;

    @Inject
    private Roles roles;

    @Inject
    private DefaultRole defaultRole;

    @Inject
    private UserRoles userRoles;

    @Inject
    private RoleSources sources;

    @Inject
    private CurrentCaller current;

    /**
     * The panel of a role.
     *
     * @param entered what somebody has entered for it
     */
    RolesPageView.Panel of(Address address, RoleDefinition role, Optional<RoleForm> entered) {
        RoleRef otherwise = defaultRole.current();
        return new RolesPageView.Panel(
                role,
                mayEdit(role) ? Optional.of(entered.orElseGet(() -> RoleForm.of(role))) : Optional.empty(),
                otherwise.equals(role.ref()),
                mayMakeDefault(role, otherwise),
                holders(address, role.ref()));
    }

    private boolean mayEdit(RoleDefinition role) {
        return role.ref().tag().isPresent() && current.has(Permission.EDIT_ROLES) && isWithin(role);
    }

    private boolean mayMakeDefault(RoleDefinition role, RoleRef otherwise) {
        return current.has(Permission.EDIT_SETTINGS)
                && !role.ref().equals(RoleRef.ADMIN)
                && !role.ref().equals(otherwise)
                && isWithin(role)
                && roles.definitions(List.of(otherwise)).values().stream().allMatch(this::isWithin);
    }

    /** Whether the caller has every permission of the role. */
    private boolean isWithin(RoleDefinition role) {
        return current.authority().permissions().containsAll(role.permissions());
    }

    private RolesPageView.Holders holders(Address address, RoleRef role) {
        boolean seesSources = current.has(Permission.CONFIGURE_SCIM);
        Optional<String> value = address.text("value").filter(text -> seesSources);
        int page = address.number("holders");
        Part<User> part = value.map(text -> userRoles.byValue(role, text, page, Pager.SIZE))
                .orElseGet(() -> userRoles.given(role, page, Pager.SIZE));
        List<GrantSource> listed = seesSources ? sources.of(role, MOST_SOURCES) : List.of();
        return new RolesPageView.Holders(part.items(), Steps.of(address, "holders", part), value, listed);
    }
}
