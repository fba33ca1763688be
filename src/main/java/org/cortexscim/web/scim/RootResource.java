package org.cortexscim.web.scim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.cortexscim.access.Requires;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.Resource;
import org.cortexscim.directory.RootSearch;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserModels;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.web.http.ScimMediaType;

/** The service's root: searches in users and groups at once (RFC 7644 §3.4.2.1, §3.4.3). */
@Path("/")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces({ScimMediaType.SCIM, ScimMediaType.JSON})
public class RootResource {
    @Inject
    private RootSearch directory;

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

    private ScimObject page(SearchParameters parameters) {
        ResourceType userType = models.type();
        Projection users = parameters.projection(userType);
        Projection groups = parameters.projection(CoreSchemas.GROUP_TYPE);
        boolean withMembers = groups.keeps("members");
        return directory
                .search(parameters.query(request.walker()), withMembers)
                .document(resource -> resource instanceof User user
                        ? users.apply(UserDocument.of(user, userType, request.baseUrl()))
                        : document(resource, groups));
    }

    private ScimObject document(Resource resource, Projection groups) {
        return groups.apply(GroupDocument.of((Group) resource, request.baseUrl()));
    }
}
