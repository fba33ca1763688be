package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With deploy/liberty/operations-port.xml, what the server tells about itself is on a port of its own. */
class OperationsPortIT {
    private static final List<String> PAGES =
            List.of("/health", "/health/live", "/metrics", "/openapi", "/openapi/ui/");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void keepsTheOperationsPagesOffThePortOfTheApplication(@TempDir Path folder) throws Exception {
        int port = freePort();
        try (LibertyProcess server = new LibertyProcess(folder)) {
            OperationsPages inside = pages("http://localhost:" + port);
            server.with("OPERATIONS_PORT", port)
                    .with(Path.of("deploy/liberty/operations-port.xml"))
                    .start(inside);
            OperationsPages outside = new OperationsPages(server.service());

            assertThat(PAGES).allSatisfy(page -> {
                inside.get(page).hasStatus(200);
                outside.get(page).hasStatus(404);
            });
            assertThat(inside.get("/metrics").header("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(inside.get("/scim/v2/Users").status()).isEqualTo(404);
            assertThat(inside.get("/api/v1/scim/settings").status()).isEqualTo(404);

            Workspace.of(server.service()).http().get("//api/v1/scim/settings").hasStatus(200);
            RawConnection connection = new RawConnection(server.service());
            assertThat(List.of("scim.example.com", "scim.example.com:443", "10.0.0.7:" + server.httpPort()))
                    .allSatisfy(host -> connection
                            .send("GET", "/scim/v2/Users", "Host: " + host)
                            .hasStatus(401));
            connection.send("GET", "/metrics", "Host: localhost:" + port).hasStatus(404);
        }
    }

    private static OperationsPages pages(String url) {
        return new OperationsPages(new Service(URI.create(url), "none"));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
