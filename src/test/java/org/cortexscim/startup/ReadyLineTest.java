package org.cortexscim.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.Setting;
import org.junit.jupiter.api.Test;

class ReadyLineTest {
    @Test
    void saysWhatIsLeftToDo() {
        assertThat(ReadyLine.text("http://x", "PostgreSQL", ProvisioningSettings.defaults()))
                .isEqualTo(
                        "cortex-scim is ready at http://x, with PostgreSQL. SCIM is off: turn on automaticProvisioning or"
                                + " automaticDeprovisioning with PUT /api/v1/scim/settings.");
    }

    @Test
    void saysWhichSwitchIsOn() {
        assertThat(ReadyLine.text(
                        "http://x",
                        "embedded Derby",
                        ProvisioningSettings.defaults().with(Setting.AUTOMATIC_PROVISIONING, true)))
                .endsWith("SCIM is on (automatic provisioning: on, automatic deprovisioning: off).");
    }
}
