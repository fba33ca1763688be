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
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.GroupDirectory;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.ScimException;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.console.RoleMappingsPageView.Form;
import org.cortexscim.web.console.RoleMappingsPageView.Notice;

/** Which groups and values of the identity provider give which role. Who changes that must be allowed to see it too. */
@Path("/role-mappings")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RoleMappingsPageResource {
    @Inject
    private RoleGrants grants;

    @Inject
    private Roles roles;

    @Inject
    private GroupDirectory groups;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private RoleMappingsViews views;

    @Inject
    private CurrentCaller current;

    @Inject
    private RefusedPage refused;

    @Context
    private UriInfo uri;

    @GET
    public RoleMappingsPageView show() {
        Address address = new Address(uri);
        boolean creates = address.flag("create") && current.has(Permission.EDIT_ROLES);
        return views.of(
                address, creates ? Notice.adds(new Form(address.text("source").orElse(""), "")) : Notice.NONE);
    }

    @POST
    @Path("create")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_ROLES)
    public Response create(MultivaluedMap<String, String> form) {
        current.require(Permission.CONFIGURE_SCIM);
        Form sent = new Form(RoleForm.text(form, "source"), RoleForm.text(form, "role"));
        try {
            settings.current().requireRoleProvisioning();
            create(sent);
        } catch (ScimException wrong) {
            return refusal(wrong, Notice.adds(sent));
        }
        return Redirect.to(new Address(uri).closed()).build();
    }

    private void create(Form sent) {
        RoleRef role = roles.find(sent.role())
                .orElseThrow(() -> ScimException.invalidValue("No role has the id '%s'.".formatted(sent.role())));
        switch (RoleMappingsViews.kind(new Address(uri))) {
            case GROUP -> grants.createForGroup(groupId(sent.source()), role, current.authority());
            case VALUE -> grants.createForValue(sent.source(), role, current.authority());
        }
    }

    /** The id of the group of that name; what is no name may be an id. */
    private String groupId(String nameOrId) {
        SearchQuery query = new SearchQuery(
                Optional.of("displayName eq " + JsonText.print(nameOrId)),
                Optional.empty(),
                new SearchQuery.Index(1),
                1,
                "console " + current.caller().map(Caller::identifier).orElse(""),
                false);
        return groups.search(query, false).resources().stream()
                .findFirst()
                .map(Group::id)
                .orElse(nameOrId);
    }

    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.EDIT_ROLES)
    public Response delete(MultivaluedMap<String, String> form) {
        current.require(Permission.CONFIGURE_SCIM);
        Address address = new Address(uri);
        GrantSource.Kind kind = RoleMappingsViews.kind(address);
        String id = RoleForm.text(form, "id");
        try {
            settings.current().requireRoleProvisioning();
            Optional<RoleGrant> asked = form.containsKey("confirmed") ? Optional.empty() : grants.find(kind, id);
            if (asked.isPresent()) {
                return Response.ok(views.of(address, Notice.asks(asked.get()))).build();
            }
            grants.delete(kind, id, current.authority());
        } catch (ScimException wrong) {
            return refusal(wrong, Notice.NONE);
        }
        return Redirect.to(address.closed()).build();
    }

    private Response refusal(ScimException wrong, Notice notice) {
        return refused.of(wrong, refusal -> views.of(new Address(uri), notice.refused(wrong.detail())));
    }
}
