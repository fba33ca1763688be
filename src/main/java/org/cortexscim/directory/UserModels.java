package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;

/** The user's schema and rules in force, made anew when a setting or an extension changes. */
@ApplicationScoped
public class UserModels {
    @Inject
    private ExtensionSchemas extensions;

    @Inject
    private WorkspaceSettings settings;

    private volatile InForce latest = new InForce(ProvisioningSettings.defaults(), List.of());

    /** A model with what it was made of. */
    private record InForce(ProvisioningSettings settings, List<Schema> extensions, UserModel model) {
        InForce(ProvisioningSettings settings, List<Schema> extensions) {
            this(settings, extensions, UserModel.of(settings, extensions));
        }
    }

    /** The user's schema with the workspace's extensions, each attribute with the mutability in force. */
    public ResourceType type() {
        return current().type();
    }

    /** At most a second old. */
    UserModel current() {
        ProvisioningSettings rules = settings.current();
        List<Schema> added = extensions.current();
        InForce known = latest;
        if (!known.settings().equals(rules) || !known.extensions().equals(added)) {
            known = new InForce(rules, added);
            latest = known;
        }
        return known.model();
    }

    /**
     * The model for changing a user, valid until the transaction ends: another node may have added an attribute
     * less than a second ago, and this user has a value of it. Without extensions, no wait is needed.
     */
    UserModel forChange(ScimObject before) {
        boolean extended = before.names().stream().anyMatch(UserModels::isAdded);
        if (extended || !extensions.current().isEmpty()) {
            extensions.hold();
        }
        return current();
    }

    private static boolean isAdded(String member) {
        return member.startsWith("urn:") && !member.equals(CoreSchemas.ENTERPRISE_URN);
    }
}
