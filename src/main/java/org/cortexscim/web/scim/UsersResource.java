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
                : answer(Response.ok(), user, Set.of());
    }

    @POST
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response create(ScimObject sent) {
        return answer(Response.status(Response.Status.CREATED), users.create(sent), set(sent));
    }

    @PUT
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response replace(@PathParam("id") String id, ScimObject sent) {
        return answer(Response.ok(), users.replace(id, sent, request.precondition()), set(sent));
    }

    @PATCH
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response patch(@PathParam("id") String id, ScimObject sent) {
        List<PatchOperation> operations = request.operations(sent);
        User user = users.patch(id, operations, request.precondition());
        return answer(Response.ok(), user, SentAttributes.of(models.type(), operations));
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

    private Set<String> set(ScimObject sent) {
        return SentAttributes.of(models.type(), sent);
    }

    private Response answer(Response.ResponseBuilder response, User user, Set<String> set) {
        ResourceType type = models.type();
        ScimObject document = UserDocument.of(user, type, request.baseUrl());
        return OneResource.part(
                response, user.tag(), document, request.projection(type).afterSetting(set));
    }
}
