package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL with a synchronous standby: what it has acknowledged is in both. The primary can be killed, frozen and
 * stopped, and the standby promoted.
 */
public final class PostgresPair implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path standbyFolder;
    private Path primaryFolder;
    private EmbeddedPostgres primary;
    private EmbeddedPostgres standby;

    public PostgresPair(Path folder) throws IOException, SQLException, InterruptedException {
        primaryFolder = folder.resolve("primary");
        standbyFolder = folder.resolve("standby");
        int port = freePort();
        start(primaryFolder, port).close();
        copyTree(primaryFolder, standbyFolder);
        Files.createFile(standbyFolder.resolve("standby.signal"));
        Files.writeString(
                standbyFolder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(port),
                StandardOpenOption.APPEND);
        primary = start(primaryFolder, port);
        standby = start(standbyFolder, freePort());
        execute(primary, "alter system set synchronous_standby_names = '*'");
        execute(primary, "select pg_reload_conf()");
        await("the standby follows", "select count(*) from pg_stat_replication where sync_state = 'sync'");
    }

    /** The environment of a server that uses whichever of the two is the primary. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(PostgresSession.environment(primary, "postgres"));
        environment.put(
                "DATABASE_URL",
                "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary"
                        .formatted(primary.getPort(), standby.getPort()));
        return environment;
    }

    /** Kills every process of the primary, and makes the standby the primary. */
    public void failOver() throws IOException, SQLException {
        signal("KILL");
        primary = standby;
        primaryFolder = standbyFolder;
        execute(primary, "select pg_promote()");
    }

    /** Every process of the primary stays, and does nothing. */
    public void freeze() throws IOException {
        signal("STOP");
    }

    public void thaw() throws IOException {
        signal("CONT");
    }

    /** Stops the primary after a failover, as an operator does who starts it again. */
    public void stop() throws IOException {
        primary.close();
    }

    public void startAgain() throws IOException {
        primary = start(primaryFolder, primary.getPort());
    }

    /** From now on no connection takes changes, as if the primary had become a standby without breaking them. */
    public void takeNoChanges() throws SQLException {
        execute(primary, "alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    }

    /** New connections take changes again; whoever keeps one from before can change nothing for ever. */
    public void takeChanges() throws SQLException {
        execute(
                primary,
                "set default_transaction_read_only = off",
                "alter role postgres set default_transaction_read_only = off");
    }

    @Override
    public void close() throws IOException {
        thaw();
        primary.close();
        standby.close();
    }

    private void signal(String signal) throws IOException {
        Path pidFile = primaryFolder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).trim()))
                .orElseThrow();
        // The children first: without their parent nobody would start new ones, but they would go on for a moment.
        for (ProcessHandle process :
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList()) {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        }
    }

    private void await(String event, String query) throws SQLException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (number(query) == 0) {
            assertThat(Instant.now()).as(event).isBefore(latest);
            Thread.sleep(50);
        }
    }

    private int number(String query) throws SQLException {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        // The test library turns this off, and what was acknowledged would be lost with the primary.
        return EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        int ended;
        try {
            ended = new ProcessBuilder(List.of("cp", "-a", from.toString(), to.toString()))
                    .start()
                    .waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        assertThat(ended).isZero();
    }
}
