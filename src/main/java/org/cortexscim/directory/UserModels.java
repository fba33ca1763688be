package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.settings.WorkspaceSettings;

/** The model of users under the extensions and the rules in force, made anew when one of them changes. */
@ApplicationScoped
class UserModels {
    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private ExtensionSchemas extensions;

    @Inject
    private WorkspaceSettings settings;

    private volatile UserModel latest = UserModel.of(CoreSchemas.USER_TYPE, Conformance.TOLERANT);

    /** At most a second old. */
    UserModel current() {
        ResourceType type = policy.userType();
        UserModel model = latest;
        Conformance conformance = settings.current().conformance();
        if (!model.type().equals(type) || model.conformance() != conformance) {
            model = UserModel.of(type, conformance);
            latest = model;
        }
        return model;
    }

    /**
     * The model to change a user by, which holds until the transaction ends: another node may have added an attribute
     * less than a second ago, and this user has a value of it. Without extensions there is nothing to wait for.
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
