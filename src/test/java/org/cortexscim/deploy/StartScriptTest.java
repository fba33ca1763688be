package org.cortexscim.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The container's start script, with a server that only prints its environment. */
class StartScriptTest {
    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void server() throws IOException {
        Path server = Files.createDirectories(folder.resolve("wlp/bin")).resolve("server");
        Files.writeString(server, "#!/bin/sh\necho \"started $*\"\nenv\n");
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LIBERTY_HOME", folder.resolve("wlp").toString());
        environment.put("SECRETS_DIR", folder.resolve("secrets").toString());
        environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_PASSWORD", "KEYSTORE_PASSWORD", "BOOTSTRAP_API_KEY"})
    void handsOverASecret_asAFile(String variable) throws IOException {
        environment.put(variable + "_FILE", file("secret", "s3cret $HOME \"'\\n%s\n"));

        assertThat(start(0))
                .contains("started run defaultServer", "VARIABLE_SOURCE_DIRS=" + folder.resolve("secrets/variables"))
                .doesNotContain("s3cret");
        assertThat(folder.resolve("secrets/variables").resolve(variable)).hasContent("s3cret $HOME \"'\\n%s");
        assertThat(modes()).containsOnly("rw-------");
    }

    @Test
    void leavesOtherFoldersOfVariables() throws IOException {
        environment.put("VARIABLE_SOURCE_DIRS", "/run/secrets/cortex-scim");

        assertThat(start(0))
                .contains("VARIABLE_SOURCE_DIRS=" + folder.resolve("secrets/variables") + ":/run/secrets/cortex-scim");
    }

    @Test
    void forgetsASecret_whenItIsNoLongerNamed() throws IOException {
        environment.put("DATABASE_PASSWORD_FILE", file("secret", "s3cret"));
        start(0);
        environment.remove("DATABASE_PASSWORD_FILE");
        start(0);

        assertThat(folder.resolve("secrets/variables/DATABASE_PASSWORD")).doesNotExist();
    }

    @Test
    void refusesAFileThatIsMissing() throws IOException {
        environment.put("DATABASE_PASSWORD_FILE", "/nowhere");

        assertThat(start(1))
                .matches(
                        "The server cannot start\\. DATABASE_PASSWORD_FILE names /nowhere, which is not a file that user "
                                + "\\d+ can read\\.\n");
    }

    @Test
    void refusesAFileThatIsEmpty() throws IOException {
        environment.put("BOOTSTRAP_API_KEY_FILE", file("secret", "\n"));

        assertThat(start(1))
                .isEqualTo("The server cannot start. BOOTSTRAP_API_KEY_FILE names %s, which is empty.\n"
                        .formatted(folder.resolve("secret")));
    }

    @Test
    void refusesASecretThatLibertyWouldChange() throws IOException {
        environment.put("DATABASE_PASSWORD_FILE", file("secret", "s3cret${HOME}"));

        assertThat(start(1)).contains("a dollar sign and a brace").doesNotContain("s3cret");
    }

    @Test
    void refusesASecretThatIsGivenTwice() throws IOException {
        environment.put("DATABASE_PASSWORD", "s3cret");
        environment.put("DATABASE_PASSWORD_FILE", file("secret", "s3cret"));

        assertThat(start(1))
                .isEqualTo(
                        "The server cannot start. DATABASE_PASSWORD and DATABASE_PASSWORD_FILE are both set: keep one.\n");
    }

    @Test
    void refusesACertificateWithoutItsKey() throws IOException {
        environment.put("TLS_CERTIFICATE_FILE", file("tls.crt", "a certificate"));

        assertThat(start(1))
                .isEqualTo(
                        "The server cannot start. TLS_CERTIFICATE_FILE and TLS_KEY_FILE belong together: set both.\n");
    }

    @Test
    void keepsThePasswordOfTheGeneratedCertificate() throws IOException {
        start(0);
        Path file = folder.resolve("secrets/variables/keystore_password");
        String password = Files.readString(file);
        start(0);

        assertThat(password).matches("[0-9a-f]{48}");
        assertThat(file).hasContent(password);
    }

    @Test
    void removesAGeneratedCertificate_whosePasswordIsLost() throws IOException {
        Path security = Files.createDirectories(folder.resolve("output/defaultServer/resources/security"));
        Path certificate = Files.writeString(security.resolve("key.p12"), "of a former container");
        start(0);

        assertThat(certificate).doesNotExist();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Stream<String> modes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("secrets/variables"))) {
            return files.map(StartScriptTest::mode).toList().stream();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String start(int expectedExit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "src/main/docker/start").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(output).isEqualTo(expectedExit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }
}
