package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.access.Tokens;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.web.http.ScimMediaType;

/**
 * /Me, an alias for the calling user (RFC 7644 §3.11). The rules are those of /Users, without POST,
 * because the caller is already a user.
 */
@Path("/Me")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class MeResource {
    @Inject
    private UsersResource users;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Tokens tokens;

    @GET
    public Response get() {
        return users.get(me());
    }

    @PUT
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response replace(ScimObject sent) {
        return users.replace(me(), sent);
    }

    @PATCH
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response patch(ScimObject sent) {
        return users.patch(me(), sent);
    }

    @DELETE
    public void delete() {
        users.delete(me());
    }

    /**
     * The id of the user who calls.
     *
     * @throws ScimException 501 when users cannot call at all (RFC 7644 §3.11), 403 for a caller who is not a user
     */
    private String me() {
        if (!tokens.areAccepted()) {
            throw ScimException.status(
                            501,
                            "No user can call this service: it has no token issuer (JWT_ISSUER), and an API key does not belong"
                                    + " to a user. Call /Users/<id>.")
                    .because(Reason.NOT_IMPLEMENTED);
        }
        return caller.userId()
                .orElseThrow(
                        () -> ScimException.forbidden(
                                "This credential does not belong to a user of the workspace; an API"
                                        + " key never does. Call /Me with a user's token from the organisation's identity provider."));
    }
}
