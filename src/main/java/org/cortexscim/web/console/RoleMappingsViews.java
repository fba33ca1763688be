package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.DefaultRole;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.console.RoleMappingsPageView.Notice;
import org.cortexscim.web.console.RoleMappingsPageView.Rights;

/** Makes the page of the role mappings: the part of the list that its address names. */
@RequestScoped
class RoleMappingsViews {
    /** The highest number of roles that a form suggests; another one can be entered too. */
    private static final int MOST_CHOICES = 200;

    @Inject
    private RoleGrants grants;

    @Inject
    private Roles roles;

    @Inject
    private DefaultRole defaultRole;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    /** The kind of mappings that an address names: those of values, or else those of groups. */
    static GrantSource.Kind kind(Address address) {
        return address.text("kind").filter("value"::equals).isPresent()
                ? GrantSource.Kind.VALUE
                : GrantSource.Kind.GROUP;
    }

    RoleMappingsPageView of(Address address, Notice notice) {
        Rights rights = new Rights(
                settings.current().roleProvisioning(),
                current.has(Permission.EDIT_ROLES),
                current.authority().permissions());
        int page = address.number("page");
        ListResponse<RoleGrant> found =
                rights.isOn() ? grants.page(kind(address), page, Pager.SIZE) : ListResponse.at(1, 0, List.of());
        return new RoleMappingsPageView(
                shells.of(MenuItem.ROLE_MAPPINGS),
                kind(address),
                found.resources(),
                named(found.resources(), notice),
                notice.create().isPresent() ? choices(rights) : List.of(),
                Pager.of(address, page, found.totalResults()),
                rights,
                current.has(Permission.VIEW_ROLES) ? Optional.of(name(defaultRole.current())) : Optional.empty(),
                notice,
                address);
    }

    private Map<RoleRef, RoleDefinition> named(List<RoleGrant> page, Notice notice) {
        return roles.definitions(Stream.concat(page.stream(), notice.question().stream())
                .map(RoleGrant::role)
                .toList());
    }

    private List<RoleDefinition> choices(Rights rights) {
        return roles.page(0, MOST_CHOICES).roles().stream()
                .filter(role -> rights.permissions().containsAll(role.permissions()))
                .toList();
    }

    private String name(RoleRef role) {
        return roles.definitions(List.of(role)).values().stream()
                .findFirst()
                .map(RoleDefinition::name)
                .orElse("");
    }
}
