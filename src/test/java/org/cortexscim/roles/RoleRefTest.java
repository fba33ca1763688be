package org.cortexscim.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleRefTest {

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "admin", "Viewer", "uSER", "MANAGER"})
    void refusesABuiltInRolesName_asTag(String tag) {
        thenRefused(() -> RoleRef.custom(tag)).with(400, "invalidValue").saying("built-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "role_1", "ü"})
    void refusesOtherCharacters_inATag(String tag) {
        thenRefused(() -> RoleRef.custom(tag)).with(400, "invalidValue").saying("letters, digits and hyphens");
    }

    @Test
    void isOneOrTheOther() {
        RoleRef custom = RoleRef.custom("Admin-2");

        assertThat(custom.tag()).contains("Admin-2");
        assertThat(custom.builtIn()).isEmpty();
        assertThat(RoleRef.ADMIN.tag()).isEmpty();
        assertThat(RoleRef.ADMIN.builtIn()).contains(BuiltInRole.ADMIN);
    }

    @Test
    void sortsBuiltInRolesFirst() {
        RoleRef custom = RoleRef.custom("A");
        RoleRef viewer = RoleRef.builtIn(BuiltInRole.VIEWER);

        assertThat(new TreeSet<>(List.of(custom, viewer, RoleRef.ADMIN)))
                .containsExactly(RoleRef.ADMIN, viewer, custom);
    }
}
