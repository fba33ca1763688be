package org.cortexscim.web.scim;

import java.util.List;
import org.cortexscim.roles.Role;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.RoleSchema;

/**
 * A role as the wire shows it.
 *
 * <pre>{"schemas":["urn:okta:scim:schemas:core:1.0:Role"],"id":"ADMIN","displayName":"Admin","description":"...",
 *  "meta":{"resourceType":"Role","location":".../Roles/ADMIN"}}</pre>
 */
final class RoleDocument {
    private RoleDocument() {}

    static ScimObject of(Role role, String baseUrl) {
        ScimObject document = ScimObject.of("schemas", List.of(RoleSchema.URN))
                .with("id", role.id())
                .with("displayName", role.displayName());
        role.description().ifPresent(description -> document.put("description", description));
        String path = RoleSchema.TYPE.endpoint() + "/" + role.id();
        return document.with("meta", new Discovery(baseUrl).meta(RoleSchema.TYPE.name(), path));
    }
}
