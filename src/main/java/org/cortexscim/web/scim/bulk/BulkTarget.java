package org.cortexscim.web.scim.bulk;

import org.cortexscim.directory.Resource;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.ResourceType;

/** A kind of resource that the operations of a bulk request change. */
interface BulkTarget {
    ResourceType type();

    /** Creates a resource under this id, unless the workspace's rules restore an existing one. */
    Resource create(String id, ScimObject data);

    Resource replace(String id, ScimObject data, Precondition precondition);

    Resource patch(String id, ScimObject data, Precondition precondition);

    void delete(String id, Precondition precondition);
}
