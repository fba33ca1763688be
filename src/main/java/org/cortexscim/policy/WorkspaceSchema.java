package org.cortexscim.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.Mutability;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.ProvisioningSettings;

/**
 * The user's schema under the settings in force: an attribute that the workspace does not let the identity provider
 * change is {@code immutable} there, in /Schemas as in the code that updates users.
 */
public final class WorkspaceSchema {
    private static final Set<String> NAMES = Set.of("givenname", "familyname");
    private static final Set<String> EMAIL = Set.of("username", "emails");

    private WorkspaceSchema() {}

    /** The user's schema with these extensions, each attribute with the mutability that the settings give it. */
    public static ResourceType user(ProvisioningSettings settings, List<Schema> extensions) {
        return CoreSchemas.USER_TYPE
                .withExtensions(extensions)
                .mapSchemas(schema -> schema.mapAttributes(attribute -> inForce(schema, attribute, settings)));
    }

    private static Attribute inForce(Schema schema, Attribute attribute, ProvisioningSettings settings) {
        boolean core = schema.id().equals(CoreSchemas.USER_URN);
        if (attribute.mutability() != Mutability.READ_WRITE
                || (core && key(attribute).equals("active"))) {
            return attribute;
        }
        if (core && EMAIL.contains(key(attribute))) {
            return settings.emailChange() ? attribute : frozen(attribute);
        }
        boolean roles =
                schema.id().equals(CoreSchemas.USER_URN) && key(attribute).equals("roles");
        if (settings.allAttributesUpdatable() || (roles && settings.roleProvisioning())) {
            return attribute;
        }
        return core && key(attribute).equals("name")
                ? attribute.mapSubAttributes(part -> NAMES.contains(key(part)) ? part : frozen(part))
                : frozen(attribute);
    }

    private static Attribute frozen(Attribute attribute) {
        return attribute.isReadOnly()
                ? attribute
                : attribute.with(Mutability.IMMUTABLE).mapSubAttributes(WorkspaceSchema::frozen);
    }

    private static String key(Attribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }
}
