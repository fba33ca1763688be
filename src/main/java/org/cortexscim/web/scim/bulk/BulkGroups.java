package org.cortexscim.web.scim.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.directory.GroupDirectory;
import org.cortexscim.directory.MemberListing;
import org.cortexscim.directory.Resource;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.web.scim.ScimRequest;

/** Groups in bulk requests. */
@ApplicationScoped
class BulkGroups implements BulkTarget {
    @Inject
    private GroupDirectory groups;

    @Inject
    private ScimRequest request;

    @Override
    public ResourceType type() {
        return CoreSchemas.GROUP_TYPE;
    }

    @Override
    public Resource create(String id, ScimObject data) {
        return groups.create(id, data, MemberListing.NONE);
    }

    @Override
    public Resource replace(String id, ScimObject data, Precondition precondition) {
        return groups.replace(id, data, precondition, MemberListing.NONE);
    }

    @Override
    public Resource patch(String id, ScimObject data, Precondition precondition) {
        return groups.patch(id, request.groupPatch(data), precondition, MemberListing.NONE);
    }

    @Override
    public void delete(String id, Precondition precondition) {
        groups.delete(id, precondition);
    }
}
