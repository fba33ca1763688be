package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Predicate;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleInForceTest {
    @Test
    void coversEverySetting_butTheAuditLogs() {
        assertThat(RuleInForce.of(ProvisioningSettings.defaults()))
                .extracting(RuleInForce::setting)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Setting.values())
                        .filter(Predicate.isEqual(Setting.AUDIT_RETENTION_DAYS).negate())
                        .map(Setting::key)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(value = Setting.class, names = "AUDIT_RETENTION_DAYS", mode = EnumSource.Mode.EXCLUDE)
    void saysSomethingElse_whenTheSettingChanges(Setting setting) {
        ProvisioningSettings defaults = ProvisioningSettings.defaults();
        Object other = switch (setting) {
            case USER_NAME_FORMAT -> "any";
            case ATTRIBUTE_UPDATES -> "all";
            case SEAT_LIMIT -> new BigDecimal(5);
            case PAUSED_UNTIL -> "2099-01-01T00:00:00Z";
            case PAUSE_REASON -> "maintenance";
            default -> true;
        };

        assertThat(effect(setting, defaults.with(setting, other))).isNotEqualTo(effect(setting, defaults));
    }

    private static String effect(Setting setting, ProvisioningSettings settings) {
        return RuleInForce.of(settings).stream()
                .filter(rule -> rule.setting().equals(setting.key()))
                .map(RuleInForce::effect)
                .findFirst()
                .orElseThrow();
    }
}
