package org.cortexscim.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserRoles;
import org.cortexscim.directory.search.SearchPage;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimObject;

/** Who holds which role, for access reviews. */
@Path("/users/roles")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class UserRolesResource {
    @Inject
    private UserRoles userRoles;

    @Inject
    private Roles roles;

    /**
     * A page of users with the roles in force.
     *
     * @param email addresses with commas between them, in any case; empty for all users
     * @param page from 0
     * @param pageSize from 1 to 1000
     */
    @GET
    public String list(
            @QueryParam("email") @DefaultValue("") String email,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("pageSize") @DefaultValue("250") String pageSize) {
        int size = PageParameters.size(pageSize);
        SearchPage<UserRoles.Entry> found = userRoles.page(emails(email), PageParameters.page(page), size);
        Map<String, String> customNames = roles.customNames(found.resources().stream()
                .flatMap(entry -> entry.roles().stream())
                .distinct()
                .toList());
        ScimObject body = ScimObject.of(
                        "users",
                        found.resources().stream()
                                .map(entry -> document(entry, customNames))
                                .toList())
                .with("page", BigDecimal.valueOf(PageParameters.page(page)))
                .with("total", BigDecimal.valueOf(found.total()))
                .with("totalPages", BigDecimal.valueOf((found.total() + size - 1) / size));
        return JsonText.print(body);
    }

    private static List<String> emails(String parameter) {
        return Arrays.stream(parameter.split(","))
                .map(String::trim)
                .filter(email -> !email.isEmpty())
                .toList();
    }

    private static ScimObject document(UserRoles.Entry entry, Map<String, String> customNames) {
        return ScimObject.of("email", email(entry.user()))
                .with("name", name(entry.user()))
                .with(
                        "roles",
                        entry.roles().stream()
                                .flatMap(role -> document(role, customNames))
                                .toList());
    }

    /** A custom role that is gone is shown to nobody: it allows nothing. */
    private static Stream<ScimObject> document(RoleRef role, Map<String, String> customNames) {
        return role.tag().isEmpty()
                ? Stream.of(RoleJson.of(role))
                : role.tag().map(customNames::get).stream()
                        .map(name -> RoleJson.of(role).with("name", name));
    }

    private static String email(User user) {
        List<ScimObject> emails = user.document().objects("emails");
        return emails.stream()
                .filter(address -> address.flag("primary").orElse(false))
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .flatMap(address -> address.text("value"))
                .orElseGet(user::userName);
    }

    private static String name(User user) {
        Optional<ScimObject> name = user.document().object("name");
        return user.document()
                .text("displayName")
                .or(() -> name.flatMap(parts -> parts.text("formatted")))
                .orElseGet(() -> Stream.of("givenName", "familyName")
                        .flatMap(part -> name.flatMap(parts -> parts.text(part)).stream())
                        .reduce((given, family) -> given + " " + family)
                        .orElseGet(user::userName));
    }
}
