package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer cxs_1", "bearer cxs_1", "BEARER   cxs_1 ", "cxs_1", "  cxs_1  ", "Basic b2t0YTpjeHNfMQ=="
            })
    void isReadInEveryFormThatIdentityProvidersUse(String header) {
        assertThat(Credential.in(header)).contains("cxs_1");
    }

    @Test
    void mayContainAColon_asPassword() {
        assertThat(Credential.in(basic("okta:a:b"))).contains("a:b");
        assertThat(Credential.in(basic(":a"))).contains("a");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "Digest cxs_1", "Basic not-base64!", "Basic b2t0YQ=="})
    void isAbsentOtherwise(String header) {
        assertThat(Credential.in(header)).isEmpty();
    }

    @Test
    void isNotReadFromALongHeader() {
        assertThat(Credential.in("Bearer " + "x".repeat(4089))).isPresent();
        assertThat(Credential.in("Bearer " + "x".repeat(4090))).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
