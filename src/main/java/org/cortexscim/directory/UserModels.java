package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;

/** The model of users under the extensions and the rules in force, made anew when one of them changes. */
@ApplicationScoped
class UserModels {
    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private ExtensionSchemas extensions;

    private volatile UserModel latest = UserModel.of(CoreSchemas.USER_TYPE);

    /** At most a second old. */
    UserModel current() {
        ResourceType type = policy.userType();
        UserModel model = latest;
        if (!model.type().equals(type)) {
            model = UserModel.of(type);
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
