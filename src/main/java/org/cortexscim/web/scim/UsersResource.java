package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.directory.UserModels;
import org.cortexscim.directory.UserParts;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.web.http.ScimMediaType;

/** /Users (RFC 7644 §3.2). */
@Path("/Users")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class UsersResource {
    @Inject
    private UserDirectory users;

    @Inject
    private UserModels models;

    @Inject
    private ScimRequest request;

    @GET
    public ScimObject list() {
        return page(request.parameters());
    }

    @POST
    @Path(".search")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public ScimObject search(ScimObject sent) {
        return page(request.parameters(sent));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        User user = users.get(id);
        return request.precondition().isHeld(user.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, user.tag()).build()
                : answering(Set.of()).with(user, Response.ok());
    }

    @POST
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response create(ScimObject sent) {
        Answering answering = answering(sent);
        return answering.with(users.create(sent), Response.status(Response.Status.CREATED));
    }

    @PUT
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response replace(@PathParam("id") String id, ScimObject sent) {
        Answering answering = answering(sent);
        return answering.with(users.replace(id, sent, request.precondition()), Response.ok());
    }

    @PATCH
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response patch(@PathParam("id") String id, ScimObject sent) {
        List<PatchOperation> operations = request.operations(sent);
        Answering answering = answering(SentAttributes.of(models.type(), operations));
        return answering.with(users.patch(id, operations, request.precondition()), Response.ok());
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        users.delete(id, request.precondition());
    }

    private ScimObject page(SearchParameters parameters) {
        ResourceType type = models.type();
        Projection projection = parameters.projection(type);
        UserParts parts = new UserParts(projection.reachesBeyond(UserParts.COLUMNS), projection.keeps("groups"));
        return users.search(parameters.query(request.walker()), parts)
                .document(user -> projection.apply(UserDocument.of(user, type, request.baseUrl())));
    }

    private Answering answering(ScimObject sent) {
        return answering(SentAttributes.of(models.type(), sent));
    }

    /**
     * Everything that an answer needs beside the user. It is read before the change: once that is committed, nothing may
     * fail that would be told as a refusal.
     */
    private Answering answering(Set<String> set) {
        ResourceType type = models.type();
        return new Answering(type, request.projection(type).afterSetting(set), request.baseUrl());
    }

    private record Answering(ResourceType type, Projection projection, String baseUrl) {
        Response with(User user, Response.ResponseBuilder response) {
            return OneResource.part(response, user.tag(), UserDocument.of(user, type, baseUrl), projection);
        }
    }
}
