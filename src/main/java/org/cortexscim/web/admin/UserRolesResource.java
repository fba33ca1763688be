package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.UserRoles;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ListResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Lists who holds which role, for access reviews. */
@Path("/users/roles")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class UserRolesResource {
    @Inject
    private UserRoles userRoles;

    @Inject
    private Roles roles;

    @Schema(name = "RoleHolder")
    record Holder(
            @Schema(examples = "ada@example.com") String email,
            @Schema(examples = "Ada Byron") String name,
            List<RoleJson> roles) {

        static Holder of(UserRoles.Entry entry, Map<String, String> customNames) {
            return new Holder(
                    UserJson.email(entry.user()),
                    UserJson.name(entry.user()),
                    RoleJson.named(entry.roles(), customNames));
        }
    }

    @Schema(name = "RoleHolderPage")
    record Page(List<Holder> users, int page, long total, long totalPages) {}

    /**
     * A page of users with the roles in force.
     *
     * @param email addresses with commas between them, in any case; empty for all users
     */
    @Operation(
            summary = "List users with their roles",
            description = "Every user with the roles in force, for access reviews, in the order of creation.")
    @APIResponse(responseCode = "200", description = "A page of users.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    @GET
    public Page list(
            @Parameter(description = "Only users with one of these addresses, separated by commas; case-insensitive.")
                    @QueryParam("email")
                    @DefaultValue("")
                    String email,
            @BeanParam PageParameters page) {
        int size = page.size();
        ListResponse<UserRoles.Entry> found = userRoles.page(emails(email), page.number(), size);
        Map<String, String> customNames = roles.customNames(found.resources().stream()
                .flatMap(entry -> entry.roles().stream())
                .distinct()
                .toList());
        return new Page(
                found.resources().stream()
                        .map(entry -> Holder.of(entry, customNames))
                        .toList(),
                page.number(),
                found.totalResults(),
                page.count(found.totalResults()));
    }

    private static List<String> emails(String parameter) {
        return Arrays.stream(parameter.split(","))
                .map(String::trim)
                .filter(email -> !email.isEmpty())
                .toList();
    }
}
