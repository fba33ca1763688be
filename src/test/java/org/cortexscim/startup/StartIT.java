package org.cortexscim.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails ends the process, and one line says what to correct; a good one ends with a line too. */
class StartIT {
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void endsWithOneLine(@TempDir Path home) throws Exception {
        try (LibertyProcess server = new LibertyProcess(home)) {
            server.start();
            server.awaitOutput("cortex-scim is ready at http://localhost:%d".formatted(server.httpPort()));
            assertThat(server.console()).contains("with embedded Derby. SCIM is off");
            server.kill();

            server.with("BODY_TIMEOUT", "10s").startInVain("BODY_TIMEOUT must be an ISO 8601 duration");
            server.with("BODY_TIMEOUT", "PT10S");

            server.with("DATABASE_ISOLATION", "CHAOS").startInVain("DATABASE_ISOLATION must be READ_COMMITTED");
            server.with("DATABASE_ISOLATION", "READ_COMMITTED");

            try (ServerSocket other = new ServerSocket(server.httpPort(), 1, InetAddress.getByName("localhost"))) {
                server.startInVain("HTTP_PORT: port %d".formatted(other.getLocalPort()));
            }

            server.with("DATABASE_URL", "jdbc:postgresql://localhost:1/cortex").with("DATABASE_WAIT", "PT1S");
            server.startInVain("The database localhost:1/cortex has not answered for PT1S");
        }
    }
}
