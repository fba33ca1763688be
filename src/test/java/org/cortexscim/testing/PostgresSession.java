package org.cortexscim.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets all tests of a run work on PostgreSQL instead of Derby: with {@code -Dcortexscim.database=postgresql} it starts a
 * PostgreSQL and a server on it before the first test. Both end with the process, since there can be several sessions.
 */
public final class PostgresSession implements LauncherSessionListener {
    private static final String USER = "postgres";
    private static @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isWanted()) {
            startOnce();
        }
    }

    /** Whether this run of the tests is on PostgreSQL. */
    public static boolean isWanted() {
        return "postgresql".equals(System.getProperty("cortexscim.database"));
    }

    /** The environment of one more server, with a database of its own. */
    public static Map<String, String> environmentOfNewDatabase(String name) throws SQLException {
        EmbeddedPostgres running = Objects.requireNonNull(postgres);
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return environment(running, name);
    }

    /** A connection to the database of the service under test, past the service. */
    public static Connection connection() throws SQLException {
        return Objects.requireNonNull(postgres).getPostgresDatabase().getConnection();
    }

    private static synchronized void startOnce() {
        if (postgres != null) {
            return;
        }
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            postgres = started;
            start(started);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static void start(EmbeddedPostgres started) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cortexscim-postgresql");
        LibertyProcess server = new LibertyProcess(folder).lasting();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        for (Map.Entry<String, String> variable :
                environment(started, "postgres").entrySet()) {
            server.with(variable.getKey(), variable.getValue());
        }
        server.start();
        System.setProperty("cortexscim.baseUrl", server.service().baseUrl().toString());
        System.setProperty("cortexscim.key", server.service().key());
    }

    /** The environment of a server on a database of this PostgreSQL. */
    public static Map<String, String> environment(EmbeddedPostgres running, String database) {
        return Map.of(
                "DATABASE_URL",
                "jdbc:postgresql://localhost:%d/%s".formatted(running.getPort(), database),
                "DATABASE_USER",
                USER,
                "DATABASE_PASSWORD",
                USER,
                "TRUSTED_PROXIES",
                "127.0.0.1,::1",
                "MAX_BYTES_PER_PAGE",
                "1048576",
                "JWT_ISSUER",
                "https://issuer.example.com",
                "JWT_AUDIENCE",
                "cortex-scim-test",
                "JWT_SERVICES",
                "stranger@example.com,matrix@example.com," + "s".repeat(255),
                "JWT_JWKS_URL",
                "http://localhost:" + System.getProperty("cortexscim.issuer.port") + "/keys");
    }
}
