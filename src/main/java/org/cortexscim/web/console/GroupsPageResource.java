package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.GroupDirectory;
import org.cortexscim.directory.GroupSurroundings;
import org.cortexscim.directory.Part;
import org.cortexscim.directory.membership.GroupRef;
import org.cortexscim.directory.membership.Member;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.roles.assignment.ProvisionedRoles;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.settings.WorkspaceSettings;

/** The groups, in the order of their creation; of each one who is in it, and which roles it gives. */
@Path("/groups")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class GroupsPageResource {
    @Inject
    private GroupDirectory groups;

    @Inject
    private GroupSurroundings surroundings;

    @Inject
    private RoleGrants grants;

    @Inject
    private ProvisionedRoles provisioned;

    @Inject
    private Roles roles;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Context
    private UriInfo uri;

    @GET
    public GroupsPageView show() {
        Address address = new Address(uri);
        Optional<String> search = address.text("search");
        int page = address.number("page");
        SearchQuery query = new SearchQuery(
                search.map(text -> "displayName sw " + JsonText.print(text)),
                Optional.empty(),
                new SearchQuery.Index(page * Pager.SIZE + 1, true),
                Pager.SIZE,
                "console " + current.caller().map(Caller::identifier).orElse(""),
                false);
        ListResponse<Group> found = groups.search(query, false);
        return new GroupsPageView(
                shells.of(MenuItem.GROUPS),
                found.resources(),
                rolesOf(found.resources()),
                Pager.of(address, page, found.totalResults()),
                search.orElse(""),
                address.text("open").map(id -> panel(address, groups.get(id, false))),
                address);
    }

    private GroupsPageView.Panel panel(Address address, Group group) {
        Part<Member> members = surroundings.members(group.id(), address.number("members"), Pager.SIZE);
        Part<GroupRef> above = surroundings.above(group.id(), 0, Pager.SIZE);
        return new GroupsPageView.Panel(
                group,
                members.items(),
                Steps.of(address, "members", members),
                surroundings.countMembers(group.id()),
                above,
                names(provisioned.givenBy(group.id())),
                JsonText.print(group.document()));
    }

    /** The names of the roles that each group gives its own members, by the group's id. */
    private Map<String, List<String>> rolesOf(List<Group> page) {
        if (!settings.current().roleProvisioning()) {
            return Map.of();
        }
        List<RoleGrant> given = grants.ofGroups(page.stream().map(Group::id).toList());
        Map<RoleRef, RoleDefinition> known =
                roles.definitions(given.stream().map(RoleGrant::role).toList());
        return given.stream()
                .collect(Collectors.groupingBy(
                        grant -> grant.source().key(),
                        Collectors.flatMapping(
                                grant -> Stream.ofNullable(known.get(grant.role()))
                                        .map(RoleDefinition::name),
                                Collectors.toList())));
    }

    private List<String> names(Collection<RoleRef> given) {
        return roles.definitions(given).values().stream()
                .sorted(Comparator.comparing(RoleDefinition::ref))
                .map(RoleDefinition::name)
                .toList();
    }
}
