package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.directory.UserParts;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.search.SearchQuery;

/** The users, in the order of their creation, and what happened to each of them. */
@Path("/users")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UsersPageResource {
    @Inject
    private UserDirectory users;

    @Inject
    private UserHistory history;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Context
    private UriInfo uri;

    @GET
    public UsersPageView show(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("page") @DefaultValue("0") PageNumber page,
            @QueryParam("open") @DefaultValue("") String open) {
        SearchQuery query = new SearchQuery(
                filter(search.strip(), status),
                Optional.empty(),
                new SearchQuery.Index(page.value() * Pager.SIZE + 1, true),
                Pager.SIZE,
                "console " + current.caller().map(Caller::identifier).orElse(""),
                false);
        ListResponse<User> found = users.search(query, new UserParts(true, false));
        return new UsersPageView(
                shells.of(MenuItem.USERS),
                found.resources(),
                Pager.of(new Address(uri), page.value(), found.totalResults()),
                search.strip(),
                status,
                open.isBlank() ? Optional.empty() : Optional.of(panel(users.get(open))),
                new Address(uri));
    }

    private UsersPageView.Panel panel(User user) {
        return new UsersPageView.Panel(user, JsonText.print(user.document()), history.of(user));
    }

    private static Optional<String> filter(String search, String status) {
        Stream<String> name = search.isEmpty()
                ? Stream.empty()
                : Stream.of(Stream.of("userName", "name.givenName", "name.familyName")
                        .map(attribute -> attribute + " sw " + JsonText.print(search))
                        .collect(Collectors.joining(" or ", "(", ")")));
        Stream<String> active = switch (status) {
            case "active" -> Stream.of("active eq true");
            case "inactive" -> Stream.of("active eq false");
            default -> Stream.empty();
        };
        return Optional.of(Stream.concat(name, active).collect(Collectors.joining(" and ")))
                .filter(text -> !text.isEmpty());
    }
}
