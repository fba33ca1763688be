package org.cortexscim.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in deploy/ha agree with each other, with the server, and with the page about them. */
class HighAvailabilityTest {
    private static final String HAPROXY = "deploy/ha/haproxy.cfg";
    private static final String SCRIPT = "deploy/ha/postgresql.sh";
    private static final String UNIT = "deploy/ha/pgautofailover.service";
    private static final String PGBOUNCER = "deploy/ha/pgbouncer.ini";
    private static final String PAGE = "docs/deployment.md";

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("deploy/ha"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isLinkedFromThePage(Path file) throws IOException {
        assertThat(Files.readString(Path.of(PAGE))).contains("](../" + file + ")");
    }

    @Test
    void balancesOnThePortOfTheServers_byTheirHealth() {
        assertThat(ReferenceRules.found("(?m)^    server \\w+ [\\d.]+:(\\d+)", HAPROXY))
                .isNotEmpty()
                .isSubsetOf(ReferenceRules.serverPorts());
        assertThat(ReferenceRules.found("option httpchk GET (\\S+)", HAPROXY)).containsExactly("/health/ready");
        assertThat(ReferenceRules.found("retry-on (.+)", HAPROXY)).containsExactly("conn-failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void hasAScriptThatShellsCanRead(String shell) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, "-n", SCRIPT)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    @Test
    void runsWhatTheScriptHasSetUp() {
        assertThat(ReferenceRules.found("PGDATA:=([^}]+)}", SCRIPT))
                .hasSize(1)
                .isEqualTo(ReferenceRules.found("PGDATA=(\\S+)", UNIT));
        assertThat(ReferenceRules.found("PGBIN:=([^}]+)}", SCRIPT))
                .hasSize(1)
                .isEqualTo(ReferenceRules.found("PATH=([^:]+):", UNIT));
    }

    @Test
    void sharesConnectionsByTransaction_withTheCertificateOfTheNode() {
        String folder =
                ReferenceRules.found("PGDATA:=([^}]+)}", SCRIPT).iterator().next();
        assertThat(ReferenceRules.found("(?m)^pool_mode = (\\w+)", PGBOUNCER)).containsExactly("transaction");
        assertThat(ReferenceRules.found("(?m)^(?:server|client)_tls_sslmode = (\\w+)", PGBOUNCER))
                .containsExactly("require");
        assertThat(ReferenceRules.found("(?m)^client_tls_\\w+_file = (.+)/server\\.\\w+$", PGBOUNCER))
                .containsExactly(folder);
        String port = ReferenceRules.found("(?m)^listen_port = (\\d+)", PGBOUNCER)
                .iterator()
                .next();
        assertThat(ReferenceRules.found("(?m)DATABASE_URL='(.+prepareThreshold=0)'", PAGE))
                .singleElement()
                .asString()
                .contains(":" + port + ",", ":" + port + "/");
    }

    @Test
    void documentsThePasswordsAndVariablesOfTheScript() throws IOException {
        Set<String> needed = ReferenceRules.found("\\$\\(password (\\w+)\\)", SCRIPT);
        needed.addAll(ReferenceRules.found("\"?\\$(MONITOR_HOST|NODE_HOST|SERVERS)\\b", SCRIPT));
        assertThat(needed).hasSize(6);
        assertThat(Files.readString(Path.of(PAGE))).contains(needed);
    }
}
