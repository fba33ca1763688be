package org.cortexscim.web.scim.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.directory.Resource;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.web.scim.ScimRequest;

/** Users in bulk requests. */
@ApplicationScoped
class BulkUsers implements BulkTarget {
    @Inject
    private UserDirectory users;

    @Inject
    private ScimRequest request;

    @Override
    public ResourceType type() {
        return CoreSchemas.USER_TYPE;
    }

    @Override
    public Resource create(String id, ScimObject data) {
        return users.create(id, data);
    }

    @Override
    public Resource replace(String id, ScimObject data, Precondition precondition) {
        return users.replace(id, data, precondition);
    }

    @Override
    public Resource patch(String id, ScimObject data, Precondition precondition) {
        return users.patch(id, request.operations(data), precondition);
    }

    @Override
    public void delete(String id, Precondition precondition) {
        users.delete(id, precondition);
    }
}
