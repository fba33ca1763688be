package org.cortexscim.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service claims the SCIM interoperability profile only when every setting keeps its promises. */
class InteropProfileTest {
    private static final ProvisioningSettings CONFORMANT = ProvisioningSettings.defaults()
            .with(Setting.AUTOMATIC_PROVISIONING, true)
            .with(Setting.AUTOMATIC_DEPROVISIONING, true)
            .with(Setting.USER_NAME_FORMAT, "any")
            .with(Setting.EMAIL_CHANGE, true)
            .with(Setting.ATTRIBUTE_UPDATES, "all")
            .with(Setting.REACTIVATION_BY_PATCH, true)
            .with(Setting.STRICT, true);

    @Test
    void holds_whenEverySettingConforms() {
        assertThat(CONFORMANT.conformsToInteropProfile()).isTrue();
        assertThat(CONFORMANT.with(Setting.GROUP_PATCH_BODY, true).conformsToInteropProfile())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTOMATIC_PROVISIONING, false",
        "AUTOMATIC_DEPROVISIONING, false",
        "EMAIL_CHANGE, false",
        "REACTIVATION_BY_PATCH, false",
        "RESTORE_ON_CREATE, true",
        "STRICT, false"
    })
    void doesNotHold_whenOneDoesNot(Setting setting, boolean value) {
        assertThat(CONFORMANT.with(setting, value).conformsToInteropProfile()).isFalse();
    }

    @Test
    void doesNotHold_withTheWorkspacesRules() {
        assertThat(CONFORMANT.with(Setting.USER_NAME_FORMAT, "email").conformsToInteropProfile())
                .isFalse();
        assertThat(CONFORMANT.with(Setting.ATTRIBUTE_UPDATES, "names").conformsToInteropProfile())
                .isFalse();
    }
}
