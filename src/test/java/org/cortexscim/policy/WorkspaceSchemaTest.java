package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.Mutability;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.Setting;
import org.junit.jupiter.api.Test;

class WorkspaceSchemaTest {
    private final ProvisioningSettings defaults = ProvisioningSettings.defaults();
    private final ProvisioningSettings withRoles = defaults.with(Setting.ROLE_PROVISIONING, true);

    @Test
    void roleProvisioning_opensTheRoles_andNothingElse() {
        assertThat(attribute(defaults, "roles").mutability()).isEqualTo(Mutability.IMMUTABLE);

        Attribute roles = attribute(withRoles, "roles");

        assertThat(roles.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(roles.subAttributes()).allMatch(sub -> sub.mutability() == Mutability.READ_WRITE);
        assertThat(attribute(withRoles, "entitlements").mutability()).isEqualTo(Mutability.IMMUTABLE);
        assertThat(attribute(withRoles, "emails").mutability()).isEqualTo(Mutability.IMMUTABLE);
    }

    private static Attribute attribute(ProvisioningSettings settings, String name) {
        return WorkspaceSchema.user(settings, List.of())
                .schema()
                .attribute(name)
                .orElseThrow();
    }
}
