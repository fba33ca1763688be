package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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

    /**
     * A page of users with the roles in force.
     *
     * @param email addresses with commas between them, in any case; empty for all users
     * @param page from 0
     * @param pageSize from 1 to 1000
     */
    @Operation(
            summary = "List users with their roles",
            description = "Every user with the roles in force, for access reviews, in the order of creation.")
    @APIResponse(
            responseCode = "200",
            description = "A page of users.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "An Admin", value = """
                                    {"users": [{"email": "ada@example.com", "name": "Ada Byron",
                                      "roles": [{"type": "BASIC", "role": "ADMIN"},
                                       {"type": "CUSTOM", "tag": "provisioner", "name": "Provisioner"}]}],
                                     "page": 0, "total": 1, "totalPages": 1}""")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    @GET
    public String list(
            @Parameter(description = "Only users with one of these addresses, separated by commas; case-insensitive.")
                    @QueryParam("email")
                    @DefaultValue("")
                    String email,
            @Parameter(description = "The page number, from 0.") @QueryParam("page") @DefaultValue("0") String page,
            @Parameter(description = "The page size, from 1 to 1000.") @QueryParam("pageSize") @DefaultValue("250")
                    String pageSize) {
        int size = PageParameters.size(pageSize);
        ListResponse<UserRoles.Entry> found = userRoles.page(emails(email), PageParameters.page(page), size);
        Map<String, String> customNames = roles.customNames(found.resources().stream()
                .flatMap(entry -> entry.roles().stream())
                .distinct()
                .toList());
        List<ScimObject> users = found.resources().stream()
                .map(entry -> document(entry, customNames))
                .toList();
        return PageParameters.print("users", users, PageParameters.page(page), size, found.totalResults());
    }

    private static List<String> emails(String parameter) {
        return Arrays.stream(parameter.split(","))
                .map(String::trim)
                .filter(email -> !email.isEmpty())
                .toList();
    }

    private static ScimObject document(UserRoles.Entry entry, Map<String, String> customNames) {
        return ScimObject.of("email", UserJson.email(entry.user()))
                .with("name", UserJson.name(entry.user()))
                .with("roles", RoleJson.named(entry.roles(), customNames));
    }
}
