package org.cortexscim.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets all tests of a run work on PostgreSQL instead of Derby: with {@code -Dcortexscim.database=postgresql} it starts a
 * PostgreSQL and a server on it before the first test. Both end with the process, since there can be several sessions.
 */
public final class PostgresSession implements LauncherSessionListener {
    private static final String USER = "postgres";
    private static boolean started;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("postgresql".equals(System.getProperty("cortexscim.database"))) {
            startOnce();
        }
    }

    private static synchronized void startOnce() {
        if (started) {
            return;
        }
        started = true;
        try {
            start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static void start() throws IOException, InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Path folder = Files.createTempDirectory("cortexscim-postgresql");
        LibertyProcess server = new LibertyProcess(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        for (Map.Entry<String, String> variable : environment(postgres).entrySet()) {
            server.with(variable.getKey(), variable.getValue());
        }
        server.start();
        System.setProperty("cortexscim.baseUrl", server.service().baseUrl().toString());
        System.setProperty("cortexscim.key", server.service().key());
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres) {
        return Map.of(
                "DATABASE_URL",
                "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                "DATABASE_USER",
                USER,
                "DATABASE_PASSWORD",
                USER,
                "MAX_BYTES_PER_PAGE",
                "1048576",
                "JWT_ISSUER",
                "https://issuer.example.com",
                "JWT_AUDIENCE",
                "cortex-scim-test",
                "JWT_JWKS_URL",
                "http://localhost:" + System.getProperty("cortexscim.issuer.port") + "/keys");
    }
}
