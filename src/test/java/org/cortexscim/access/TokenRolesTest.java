package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.RoleRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles that a token gives, by the values of its claim. */
class TokenRolesTest {
    private static final TokenRoles BY_NAME = TokenRoles.of(Optional.empty());
    private static final TokenRoles LISTED =
            TokenRoles.of(Optional.of(List.of("okta-scim-admins=ADMIN", " a=b = support ", "ADM\u0130N=VIEWER")));

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "admin", "Admin"})
    void isAnAdmin(String value) {
        assertThat(BY_NAME.role(value)).contains(RoleRef.ADMIN);
    }

    /** Letters that only look like those of ADMIN, or become them by some rule of case. */
    @ParameterizedTest
    @ValueSource(strings = {"ADM\u0130N", "adm\u0131n", "\uff21DMIN", " ADMIN", "ADMIN ", "", "ADMINS", "no role!"})
    void isNotAnAdmin(String value) {
        assertThat(BY_NAME.role(value)).isNotEqualTo(Optional.of(RoleRef.ADMIN));
    }

    @Test
    void takesOnlyWhatIsListed_whenThereIsAList() {
        assertThat(LISTED.role("okta-scim-admins")).contains(RoleRef.ADMIN);
        assertThat(LISTED.role("a=b")).contains(RoleRef.custom("support"));
        assertThat(LISTED.role("ADM\u0130N").map(RoleRef::name)).contains("VIEWER");
        assertThat(LISTED.role("ADMIN")).isEmpty();
        assertThat(LISTED.role("Okta-Scim-Admins")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "=ADMIN", "a=", "a=no role!", ""})
    void refusesAListThatIsMalformed(String entry) {
        assertThatIllegalStateException()
                .isThrownBy(() -> TokenRoles.of(Optional.of(List.of(entry))))
                .withMessageContaining("JWT_ROLE_MAP must be");
    }
}
