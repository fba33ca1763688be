package org.cortexscim.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void isFoundByItsName_asItIsSpelled(Setting setting) {
        assertThat(Setting.named(setting.key())).contains(setting);
        assertThat(Setting.named(setting.key().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void startsWithEverythingOff() {
        ProvisioningSettings settings = ProvisioningSettings.defaults();

        assertThat(settings.scimEnabled()).isFalse();
        assertThat(settings.userNameIsEmail()).isTrue();
        assertThat(settings.allAttributesUpdatable()).isFalse();
        assertThat(settings.seatLimit()).isEmpty();
        assertThat(settings.auditRetentionDays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SEAT_LIMIT, 0, true",
        "SEAT_LIMIT, 100000000, true",
        "SEAT_LIMIT, 100000001, false",
        "SEAT_LIMIT, -1, false",
        "SEAT_LIMIT, 1.5, false",
        "SEAT_LIMIT, 9999999999, false",
        "AUDIT_RETENTION_DAYS, 29, false",
        "AUDIT_RETENTION_DAYS, 30, true",
        "AUDIT_RETENTION_DAYS, 36500, true",
        "AUDIT_RETENTION_DAYS, 36501, false",
    })
    void keepsToItsBounds(Setting setting, BigDecimal value, boolean accepted) {
        if (accepted) {
            assertThat(setting.checked(value)).contains(value.toPlainString());
        } else {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> setting.checked(value))
                    .withMessageStartingWith("'%s' must be a whole number from".formatted(setting.key()));
        }
    }

    @Test
    void takesNullForNoLimit_andForNothingElse() {
        assertThat(Setting.SEAT_LIMIT.checked(null)).isEqualTo(Optional.empty());
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> Setting.STRICT.checked(null));
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> Setting.USER_NAME_FORMAT.checked(null));
    }

    @Test
    void takesValuesOfItsTypeOnly() {
        assertThat(Setting.STRICT.checked(true)).contains("true");
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> Setting.STRICT.checked("true"));
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> Setting.STRICT.checked(BigDecimal.ONE));
        assertThat(Setting.USER_NAME_FORMAT.checked("any")).contains("any");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Setting.USER_NAME_FORMAT.checked("Any"))
                .withMessage("'userNameFormat' must be one of: email, any.");
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> Setting.SEAT_LIMIT.checked("10"));
    }
}
