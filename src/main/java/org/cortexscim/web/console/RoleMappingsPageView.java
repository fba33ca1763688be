package org.cortexscim.web.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleGrant;

/**
 * The role mappings of one kind.
 *
 * @param grants empty while role provisioning is off
 * @param roles those of the grants
 * @param choices some roles that a mapping can give
 * @param rights what the caller may do
 * @param defaultRole its name, for those who may see it
 * @param notice what is being added or asked, and why it was refused
 */
public record RoleMappingsPageView(
        Shell shell,
        GrantSource.Kind kind,
        List<RoleGrant> grants,
        Map<RoleRef, RoleDefinition> roles,
        List<RoleDefinition> choices,
        Pager pager,
        Rights rights,
        Optional<String> defaultRole,
        Notice notice,
        Address address)
        implements View {
    public RoleMappingsPageView {
        grants = List.copyOf(grants);
        roles = Map.copyOf(roles);
        choices = List.copyOf(choices);
    }

    @Override
    public String template() {
        return "role-mappings.jte";
    }

    public boolean ofGroups() {
        return kind == GrantSource.Kind.GROUP;
    }

    public boolean isOn() {
        return rights.isOn();
    }

    public boolean mayEdit() {
        return rights.mayEdit();
    }

    /** The form of a new mapping. */
    public Optional<Form> create() {
        return notice.create();
    }

    /** The mapping that is deleted when the question is answered with yes. */
    public Optional<RoleGrant> question() {
        return notice.question();
    }

    public Optional<String> problem() {
        return notice.problem();
    }

    /** Whether the caller has every permission of the role. */
    public boolean mayDelete(RoleGrant grant) {
        RoleDefinition role = roles.get(grant.role());
        return mayEdit() && role != null && rights.permissions().containsAll(role.permissions());
    }

    public String roleName(RoleGrant grant) {
        RoleDefinition role = roles.get(grant.role());
        return role == null ? RolesPageView.id(grant.role()) : role.name();
    }

    /**
     * What the caller may do.
     *
     * @param isOn whether roles are provisioned at all
     * @param permissions those that the caller may give and take
     */
    public record Rights(boolean isOn, boolean mayEdit, Set<Permission> permissions) {
        public Rights {
            permissions = Set.copyOf(permissions);
        }
    }

    /** A mapping as somebody enters it: a group's name or id, or a value; and a role's id. */
    public record Form(String source, String role) {}

    /** What is being added or asked, and why it was refused. */
    public record Notice(Optional<Form> create, Optional<RoleGrant> question, Optional<String> problem) {
        static final Notice NONE = new Notice(Optional.empty(), Optional.empty(), Optional.empty());

        static Notice adds(Form form) {
            return new Notice(Optional.of(form), Optional.empty(), Optional.empty());
        }

        static Notice asks(RoleGrant grant) {
            return new Notice(Optional.empty(), Optional.of(grant), Optional.empty());
        }

        Notice refused(String detail) {
            return new Notice(create, Optional.empty(), Optional.of(detail));
        }
    }
}
