package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.roles.CustomRoles;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RolePage;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.DefaultRole;
import org.cortexscim.scim.ScimException;
import org.cortexscim.web.console.RolesPageView.Notice;
import org.cortexscim.web.console.RolesPageView.Question;

/** The roles, what each allows, and who has it and why. Who changes one must be allowed to see it too: the answer shows it. */
@Path("/roles")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RolesPageResource {
    @Inject
    private Roles roles;

    @Inject
    private CustomRoles customRoles;

    @Inject
    private DefaultRole defaultRole;

    @Inject
    private RolePanels panels;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Inject
    private RefusedPage refused;

    @Context
    private UriInfo uri;

    @GET
    public RolesPageView show() {
        Address address = new Address(uri);
        boolean creates = address.flag("create") && current.has(Permission.EDIT_ROLES);
        Optional<RoleDefinition> open = address.text("open").map(roles::get);
        return view(
                creates ? Optional.of(RoleForm.empty()) : Optional.empty(),
                open.map(role -> panels.of(address, role, Optional.empty())),
                address.flag("saved") ? Notice.SAVED : Notice.NONE);
    }

    @POST
    @Path("create")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_ROLES)
    public Response create(MultivaluedMap<String, String> form) {
        current.require(Permission.VIEW_ROLES);
        RoleForm sent = RoleForm.sent(form);
        RoleDefinition role;
        try {
            role = customRoles.create(sent.role(), current.authority());
        } catch (ScimException wrong) {
            return refused.of(
                    wrong, refusal -> view(Optional.of(sent), Optional.empty(), Notice.refused(wrong.detail())));
        }
        return Redirect.to(new Address(uri).saved(RolesPageView.id(role.ref()))).build();
    }

    /** Changes what was changed in the form; what others have changed meanwhile stays. */
    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_ROLES)
    public Response change(MultivaluedMap<String, String> form) {
        current.require(Permission.VIEW_ROLES);
        RoleForm sent = RoleForm.sent(form);
        RoleDefinition now = roles.get(sent.tag());
        try {
            customRoles.replace(sent.over(now), current.authority());
        } catch (ScimException wrong) {
            return refusal(wrong, now, Optional.of(sent));
        }
        return Redirect.to(new Address(uri).saved(RolesPageView.id(now.ref()))).build();
    }

    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_ROLES)
    public Response delete(MultivaluedMap<String, String> form) {
        return confirmed(
                form,
                Question.DELETE,
                role -> customRoles.delete(role, current.authority()),
                role -> new Address(uri).closed());
    }

    @POST
    @Path("default-role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_SETTINGS)
    public Response makeDefault(MultivaluedMap<String, String> form) {
        return confirmed(
                form,
                Question.MAKE_DEFAULT,
                role -> defaultRole.change(role, current.authority()),
                role -> new Address(uri).saved(RolesPageView.id(role)));
    }

    /** Asks about a change of the role in the form first, and makes it when the answer is yes. */
    private Response confirmed(
            MultivaluedMap<String, String> form,
            Question question,
            Consumer<RoleRef> change,
            Function<RoleRef, String> then) {
        current.require(Permission.VIEW_ROLES);
        RoleDefinition role = roles.get(RoleForm.text(form, "tag"));
        if (!form.containsKey("confirmed")) {
            return Response.ok(view(role, Optional.empty(), Notice.asks(question)))
                    .build();
        }
        try {
            change.accept(role.ref());
        } catch (ScimException wrong) {
            return refusal(wrong, role, Optional.empty());
        }
        return Redirect.to(then.apply(role.ref())).build();
    }

    private Response refusal(ScimException wrong, RoleDefinition role, Optional<RoleForm> entered) {
        return refused.of(wrong, refusal -> view(role, entered, Notice.refused(wrong.detail())));
    }

    private RolesPageView view(RoleDefinition role, Optional<RoleForm> entered, Notice notice) {
        return view(Optional.empty(), Optional.of(panels.of(new Address(uri), role, entered)), notice);
    }

    private RolesPageView view(Optional<RoleForm> create, Optional<RolesPageView.Panel> open, Notice notice) {
        Address address = new Address(uri);
        int page = address.number("page");
        RolePage found = roles.page(page, Pager.SIZE);
        return new RolesPageView(
                shells.of(MenuItem.ROLES),
                found.roles(),
                Pager.of(address, page, found.total()),
                current.has(Permission.EDIT_ROLES),
                current.has(Permission.CONFIGURE_SCIM),
                current.authority().permissions(),
                create,
                open,
                notice,
                address);
    }
}
