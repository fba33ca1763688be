package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secret looks like, and what only looks so. */
class ApiKeySecretTest {
    /** The CRC-32 of forty-three zeros is 2,018,072,207, reckoned by another program; in base 62 that is the end. */
    private static final String KNOWN = "cxs_" + "0".repeat(43);

    private static final String CHECKSUM_OF_ZEROS = "2CZclj";

    @RepeatedTest(100)
    void looksAsScannersExpect() {
        String secret = ApiKeySecret.generate();

        assertThat(secret).matches("cxs_[0-9A-Za-z]{49}").hasSize(53);
        assertThat(ApiKeySecret.isMistyped(secret)).isFalse();
    }

    @Test
    void isAnotherOneEachTime() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            secrets.add(ApiKeySecret.generate().substring(4, 47));
        }
        assertThat(secrets).hasSize(1000);
    }

    @Test
    void refusesEveryTypingErrorInOneCharacter() {
        String secret = ApiKeySecret.generate();
        for (int i = 4; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(ApiKeySecret.isMistyped(secret.substring(0, i) + other + secret.substring(i + 1)))
                    .as("character %d", i)
                    .isTrue();
        }
    }

    @Test
    void refusesWhatIsCutOff_orTooLong() {
        String secret = ApiKeySecret.generate();

        assertThat(ApiKeySecret.isMistyped(secret.substring(0, 52))).isTrue();
        assertThat(ApiKeySecret.isMistyped(secret + "0")).isTrue();
        assertThat(ApiKeySecret.isMistyped("cxs_")).isTrue();
    }

    /** Scanners reckon with this very checksum: it must not change. */
    @Test
    void keepsItsChecksum() {
        assertThat(ApiKeySecret.isMistyped(KNOWN + CHECKSUM_OF_ZEROS)).isFalse();
        assertThat(ApiKeySecret.isMistyped(KNOWN + "000000")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test-only-bootstrap-key-0123456789abcdef",
                "cxs_7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq",
                "CXS_whatever"
            })
    void saysNothingOfOtherForms(String secret) {
        assertThat(ApiKeySecret.isMistyped(secret)).isFalse();
    }

    @Test
    void showsTheLastFour() {
        assertThat(ApiKeySecret.last4("cxs_abcdef")).isEqualTo("cdef");
    }

    @Test
    void showsTheBeginningOfItsOwnForm() {
        String secret = ApiKeySecret.generate();

        assertThat(ApiKeySecret.shown(secret)).contains(secret.substring(0, 8));
        assertThat(ApiKeySecret.shown(secret.substring(0, 40))).contains(secret.substring(0, 8));
        assertThat(ApiKeySecret.shown("cxs_7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq-0_Zr7Kq"))
                .contains("cxs_7Kq-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cxs_",
                "cxs_12345678",
                "cxs_a password with spaces that is long",
                "CXS_0123456789012345678901234567890123456789012",
                "test-only-bootstrap-key-0123456789abcdef",
                "my-cxs_0123456789012345678901234567890123456789012",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.0123456789"
            })
    void showsNothingOfAnyOtherText(String text) {
        assertThat(ApiKeySecret.shown(text)).isEmpty();
    }
}
