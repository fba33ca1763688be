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
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.GroupDirectory;
import org.cortexscim.directory.MemberListing;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.GroupPatch;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.web.http.ScimMediaType;

/** /Groups (RFC 7644 §3.2). */
@Path("/Groups")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class GroupsResource {
    private static final String MEMBERS = "members";

    @Inject
    private GroupDirectory groups;

    @Inject
    private ScimRequest request;

    @Inject
    private WorkspaceSettings settings;

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
        Group group = groups.get(id, projection().keeps(MEMBERS));
        return request.precondition().isHeld(group.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, group.tag()).build()
                : answer(Response.ok(), group);
    }

    @POST
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response create(ScimObject sent) {
        return answer(Response.status(Response.Status.CREATED), groups.create(sent, listing()));
    }

    @PUT
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response replace(@PathParam("id") String id, ScimObject sent) {
        return answer(Response.ok(), groups.replace(id, sent, request.precondition(), listing()));
    }

    /** Answers as {@link GroupPatchAnswer} says: a large group is not listed again without need. */
    @PATCH
    @Path("{id}")
    @Consumes({ScimMediaType.SCIM, ScimMediaType.JSON})
    public Response patch(@PathParam("id") String id, ScimObject sent) {
        GroupPatch patch = request.groupPatch(sent);
        GroupPatchAnswer answer = GroupPatchAnswer.to(patch, request, settings.current());
        Group group = groups.patch(id, patch, request.precondition(), answer.members());
        return answer.isEmpty(group)
                ? Response.noContent().header(HttpHeaders.ETAG, group.tag()).build()
                : answer(Response.ok(), group);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        groups.delete(id, request.precondition());
    }

    private ScimObject page(SearchParameters parameters) {
        Projection projection = parameters.projection(CoreSchemas.GROUP_TYPE);
        return groups.search(parameters.query(request.walker()), projection.keeps(MEMBERS))
                .document(group -> projection.apply(GroupDocument.of(group, request.baseUrl())));
    }

    private Response answer(Response.ResponseBuilder response, Group group) {
        return OneResource.part(response, group.tag(), GroupDocument.of(group, request.baseUrl()), projection());
    }

    private MemberListing listing() {
        return projection().keeps(MEMBERS) ? MemberListing.ALL : MemberListing.NONE;
    }

    private Projection projection() {
        return request.projection(CoreSchemas.GROUP_TYPE);
    }
}
