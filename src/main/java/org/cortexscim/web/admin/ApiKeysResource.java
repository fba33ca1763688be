package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.access.keys.ApiKeyPage;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The workspace's API keys; a secret is in the answer that makes it, and in no other. */
@Path("/auth/key")
@RequestScoped
@Requires(Permission.EDIT_API_KEYS)
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    private static final String CID = "The key's public id.";
    private static final String UNKNOWN = "No key has this cid.";

    @Inject
    private ApiKeys keys;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    @Schema(name = "ApiKeyPage")
    record Keys(List<ApiKeyJson> apiKeys, int page, long total, long totalPages) {}

    @GET
    @Operation(
            summary = "List API keys",
            description = "The newest first, expired ones included. 'secrets' are those that are valid: the current"
                    + " one, and during a rotation after it the former one, each with its own last use. 'lastUsedDate'"
                    + " is to the minute, and up to half a minute late.")
    @APIResponse(responseCode = "200", description = "A page of keys.")
    @APIResponse(responseCode = "400", description = "'page' or 'pageSize' is out of bounds.")
    public Keys list(@BeanParam PageParameters page) {
        ApiKeyPage found = keys.page(page.number(), page.size());
        return new Keys(
                found.keys().stream().map(ApiKeyJson::of).toList(),
                page.number(),
                found.total(),
                page.count(found.total()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create an API key",
            description = "The response has the secret in 'apiKey'; it cannot be read again. A key can only have roles"
                    + " whose permissions its creator has. A role is {\"type\": \"DEFAULT\", \"role\":"
                    + " \"READ_ONLY\" | \"USER\" | \"MANAGER\" | \"ADMIN\"} or {\"type\": \"CUSTOM\", \"tag\": ...};"
                    + " BASIC and VIEWER are accepted too.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyBody.class)))
    @APIResponse(responseCode = "200", description = "The new key with its secret.")
    @APIResponse(
            responseCode = "400",
            description = "A member is missing, unknown or not valid, or 'expirationDate' is in the past.")
    public ApiKeyJson create(InputStream body) {
        return ApiKeyJson.of(keys.create(ApiKeyBody.read(JsonBody.read(body), roles), caller.authority()));
    }

    @GET
    @Path("{cid}")
    @Operation(summary = "Get an API key", description = "Everything but its secret.")
    @APIResponse(responseCode = "200", description = "The key.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public ApiKeyJson get(@Parameter(description = CID) @PathParam("cid") String cid) {
        return ApiKeyJson.of(keys.get(cid));
    }

    @PUT
    @Path("{cid}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Rename an API key",
            description = "Replaces name and description; a description that is left out is removed. Roles and"
                    + " expiration do not change.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ApiKeyBody.Label.class)))
    @APIResponse(responseCode = "200", description = "The key as it is now.")
    @APIResponse(responseCode = "400", description = "'name' is missing, or the body has an unknown member.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public ApiKeyJson rename(@Parameter(description = CID) @PathParam("cid") String cid, InputStream body) {
        return ApiKeyJson.of(keys.rename(cid, ApiKeyBody.readLabel(JsonBody.read(body))));
    }

    @DELETE
    @Path("{cid}")
    @Operation(
            summary = "Delete an API key",
            description = "Its secrets are refused by this node at once, and by all others within a second.")
    @APIResponse(responseCode = "200", description = "The key was deleted; the response is empty.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It is the last Admin key that has not expired.")
    public Response delete(@Parameter(description = CID) @PathParam("cid") String cid) {
        keys.delete(cid);
        return Response.ok().build();
    }
}
