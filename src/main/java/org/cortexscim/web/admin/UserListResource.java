package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserList;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ListResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Lists all users of the workspace. */
@Path("/users")
@RequestScoped
@Requires(Permission.VIEW_ROLES)
@Produces(MediaType.APPLICATION_JSON)
public class UserListResource {
    @Inject
    private UserList users;

    @Inject
    private CurrentCaller current;

    @Schema(name = "User")
    record Listed(
            String id,
            @Schema(examples = "Ada Lovelace") String name,
            @Schema(examples = "ada@example.com") String email,
            boolean active,
            Instant joinedDate,
            Optional<Instant> lastActiveDate) {

        static Listed of(UserList.Entry entry) {
            User user = entry.user();
            return new Listed(
                    user.id(),
                    UserJson.name(user),
                    UserJson.email(user),
                    user.isActive(),
                    user.created(),
                    entry.lastActive());
        }
    }

    @Schema(name = "UserPage")
    record Page(List<Listed> users, int page, long total, long totalPages) {}

    @GET
    @Operation(
            summary = "List users",
            description = "Every user, active or not, in the order of their creation. 'lastActiveDate' is when the user"
                    + " last called with a token, to the minute; null for never.")
    @APIResponse(responseCode = "200", description = "A page of users.")
    @APIResponse(responseCode = "400", description = "'page' or 'pageSize' is out of bounds.")
    public Page list(@BeanParam PageParameters page) {
        String walker = current.caller().map(Caller::identifier).orElse("");
        ListResponse<UserList.Entry> found = users.page(page.number(), page.size(), walker);
        return new Page(
                found.resources().stream().map(Listed::of).toList(),
                page.number(),
                found.totalResults(),
                page.count(found.totalResults()));
    }
}
