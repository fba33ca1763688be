package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserList;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

    @GET
    @Operation(
            summary = "List users",
            description = "Every user, active or not, in the order of their creation. 'lastActiveDate' is when the user"
                    + " last called with a token, to the minute; null for never.")
    @APIResponse(
            responseCode = "200",
            description = "A page of users.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Users", value = """
                                                    {"users": [{"id": "019a1b2c-3d4e-7f50-8a9b-0c1d2e3f4a5b",
                                                      "name": "Ada Lovelace", "email": "ada@example.com", "active": true,
                                                      "joinedDate": "2026-11-20T08:15:00Z",
                                                      "lastActiveDate": "2026-11-24T09:30:00.123Z"}],
                                                     "page": 0, "total": 1, "totalPages": 1}""")))
    @APIResponse(responseCode = "400", description = "'page' or 'pageSize' is out of bounds.")
    public String list(
            @Parameter(description = "The page number, from 0.") @QueryParam("page") @DefaultValue("0") String page,
            @Parameter(description = "The page size, from 1 to 1000.") @QueryParam("pageSize") @DefaultValue("250")
                    String pageSize) {
        int number = PageParameters.page(page);
        int size = PageParameters.size(pageSize);
        String walker = current.caller().map(Caller::identifier).orElse("");
        ListResponse<UserList.Entry> found = users.page(number, size, walker);
        return PageParameters.print(
                "users",
                found.resources().stream().map(UserListResource::document).toList(),
                number,
                size,
                found.totalResults());
    }

    private static ScimObject document(UserList.Entry entry) {
        User user = entry.user();
        return ScimObject.of("id", user.id())
                .with("name", UserJson.name(user))
                .with("email", UserJson.email(user))
                .with("active", user.isActive())
                .with("joinedDate", user.created().toString())
                .with(
                        "lastActiveDate",
                        entry.lastActive().map(Instant::toString).orElse(null));
    }
}
