package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.access.keys.KeyRotation;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The rotation of an API key in two steps: start it, then complete or undo it. */
@Path("/auth/key/{cid}/rotation")
@RequestScoped
@Requires(Permission.EDIT_API_KEYS)
@Produces(MediaType.APPLICATION_JSON)
public class KeyRotationResource {
    private static final String CID = "The key's public id.";
    private static final String UNKNOWN = "No key has this cid.";
    private static final String NOT_RUNNING = "No rotation of the key is running, or the key has expired.";

    @Inject
    private KeyRotation rotation;

    @Inject
    private CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Start the rotation of an API key",
            description =
                    "Gives the key a new secret, which only this response shows, in 'apiKey'. The former secret stays"
                            + " valid for the overlap: an ISO 8601 duration from PT0S to P30D, PT24H by default. Complete the"
                            + " rotation as soon as 'secrets' shows that the new secret is in use; otherwise it is over when the"
                            + " overlap is. Only one rotation can run at a time. With the overlap PT0S, the answer to a leak, all"
                            + " other secrets end at once, also while a rotation is running. The caller needs all permissions that"
                            + " the key has.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ApiKeyBody.Rotation.class)))
    @APIResponse(responseCode = "200", description = "The key with its new secret.")
    @APIResponse(
            responseCode = "400",
            description = "'overlap' is not a valid duration, or the body has an unknown member.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(
            responseCode = "409",
            description = "A rotation of the key is running and 'overlap' is not PT0S, or the key has expired.")
    public ApiKeyJson start(@Parameter(description = CID) @PathParam("cid") String cid, InputStream body) {
        Duration overlap = JsonBody.readIfAny(body).map(ApiKeyBody::readOverlap).orElse(KeyRotation.DEFAULT_OVERLAP);
        return ApiKeyJson.of(rotation.start(cid, overlap, caller.authority()));
    }

    @POST
    @Path("complete")
    @Operation(
            summary = "Complete the rotation of an API key",
            description = "Ends the former secret: this node refuses it at once, all others within a second. The caller"
                    + " needs all permissions that the key has.")
    @APIResponse(responseCode = "200", description = "The key, with the new secret alone.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_RUNNING)
    public ApiKeyJson complete(@Parameter(description = CID) @PathParam("cid") String cid) {
        return ApiKeyJson.of(rotation.complete(cid, caller.authority()));
    }

    @DELETE
    @Operation(
            summary = "Undo the rotation of an API key",
            description = "Ends the new secret: this node refuses it at once, all others within a second. The former"
                    + " secret is the current one again and does not end with the overlap. Once the overlap is over, a"
                    + " rotation cannot be undone. The caller needs all permissions that the key has.")
    @APIResponse(responseCode = "200", description = "The key, with the former secret alone.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_RUNNING)
    public ApiKeyJson undo(@Parameter(description = CID) @PathParam("cid") String cid) {
        return ApiKeyJson.of(rotation.undo(cid, caller.authority()));
    }
}
