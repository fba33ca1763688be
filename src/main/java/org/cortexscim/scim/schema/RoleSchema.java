package org.cortexscim.scim.schema;

import static org.cortexscim.scim.schema.Attribute.string;
import static org.cortexscim.scim.schema.Mutability.READ_ONLY;

import java.util.List;

/** The schema of a role that users can be given, by which entitlement management finds roles. */
public final class RoleSchema {
    public static final String URN = "urn:okta:scim:schemas:core:1.0:Role";

    public static final Schema ROLE = new Schema(
            URN,
            "Role",
            "A role that users of the workspace can have.",
            List.of(
                    string("displayName", "The role's name.").mandatory().with(READ_ONLY),
                    string("description", "The description of what the role allows.")
                            .upTo(1000)
                            .with(READ_ONLY)));

    public static final ResourceType TYPE =
            new ResourceType("Role", "/Roles", "Roles of the workspace; read-only.", ROLE, List.of());

    private RoleSchema() {}
}
