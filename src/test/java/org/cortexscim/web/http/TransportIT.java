package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.TlsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final TlsClient tls = new TlsClient(Integer.getInteger("cortexscim.httpsPort", 9443));

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void answersOverTls_andAsksForNothingElseFromThenOn(String version) throws Exception {
        assertThat(tls.get("/scim/v2/Users", version))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void refusesOldVersionsOfTls() throws Exception {
        assertThat(tls.accepts(TlsClient.TLS_1_2)).isTrue();
        assertThat(tls.accepts(TlsClient.TLS_1_1)).isFalse();
        assertThat(tls.accepts(TlsClient.TLS_1_0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users", "/api/v1/scim/settings", "/nothing", "/health", "/metrics", "/openapi"})
    void tellsBrowsersToBeCareful(String path) {
        Answer answer = new OperationsPages(Service.underTest()).get(path);

        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.header("Cache-Control")).isPresent();
        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .doesNotContain("server", "x-powered-by", "strict-transport-security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "//api/v1/scim/settings"})
    void keepsNoSessionAndNoCopy(String path) {
        Answer answer = http.with("Accept", "*/*").get(path);

        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void showsTheCertificateThatIsMounted_andTheOneThatReplacesIt(@TempDir Path home, @TempDir Path mounted)
            throws Exception {
        Path keyStore = mounted.resolve("certificate.p12");
        makeCertificate("CN=scim.example.com", keyStore);
        try (LibertyProcess server = new LibertyProcess(home)) {
            server.with("KEYSTORE_FILE", keyStore)
                    .with("KEYSTORE_PASSWORD", "test-only-password")
                    .start();
            TlsClient client = new TlsClient(server.httpsPort());
            assertThat(client.subject()).isEqualTo("CN=scim.example.com");

            Path renewed = mounted.resolve("renewed.p12");
            makeCertificate("CN=renewed.example.com", renewed);
            Files.move(renewed, keyStore, StandardCopyOption.ATOMIC_MOVE);
            Instant latest = Instant.now().plus(Duration.ofMinutes(3));
            while (!client.subject().equals("CN=renewed.example.com")) {
                assertThat(Instant.now()).as("the renewed certificate is used").isBefore(latest);
                Thread.sleep(500);
            }
        }
    }

    private static void makeCertificate(String name, Path keyStore) throws IOException, InterruptedException {
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        name,
                        "-keystore",
                        keyStore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "test-only-password")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
    }
}
