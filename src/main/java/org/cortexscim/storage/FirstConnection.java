package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Waits at start for a database that is away, which may start at the same time as this server. A mistake in the
 * configuration is not waited for.
 */
@ApplicationScoped
class FirstConnection {
    private static final Logger LOG = System.getLogger(FirstConnection.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** As Liberty and JDBC name them, without their TRANSACTION_. */
    private static final Set<String> ISOLATIONS = Set.of("READ_COMMITTED", "REPEATABLE_READ", "SERIALIZABLE");
    /** The server's own patience with the application is longer; see applicationManager in server.xml. */
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    private Database database;

    @Inject
    @ConfigProperty(name = "DATABASE_URL")
    private String url;

    @Inject
    @ConfigProperty(name = "DATABASE_USER")
    private String user;

    @Inject
    @ConfigProperty(name = "DERBY_DIR")
    private String folder;

    @Inject
    @ConfigProperty(name = "DATABASE_ISOLATION")
    private String isolation;

    @Inject
    @ConfigProperty(name = "DATABASE_WAIT", defaultValue = "PT2M")
    private Duration patience;

    /**
     * Returns when the database has answered.
     *
     * @throws IllegalStateException when a variable has to be corrected, or the database has not answered in time
     */
    void await() {
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("DATABASE_WAIT must be an ISO 8601 duration from PT0S to PT1H.");
        }
        if (!ISOLATIONS.contains(isolation)) {
            throw new IllegalStateException(
                    "DATABASE_ISOLATION must be READ_COMMITTED, REPEATABLE_READ or SERIALIZABLE, not '%s'."
                            .formatted(isolation));
        }
        DatabaseUrl address = new DatabaseUrl(url);
        address.problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        long end = System.nanoTime() + patience.toNanos();
        boolean told = false;
        for (Optional<SQLException> failure = attempt(address); failure.isPresent(); failure = attempt(address)) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException(
                        "The database %s has not answered for %s (DATABASE_URL, DATABASE_WAIT): %s"
                                .formatted(address.shown(), patience, message(failure.get())),
                        failure.get());
            }
            if (!told) {
                LOG.log(
                        Logger.Level.WARNING,
                        "The database {0} does not answer yet; the server waits for it for {1} at most (DATABASE_WAIT).",
                        address.shown(),
                        patience);
                told = true;
            }
            pause();
        }
    }

    private Optional<SQLException> attempt(DatabaseUrl address) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.getMetaData().getDatabaseProductName();
            return Optional.empty();
        } catch (SQLException failure) {
            new ConnectionFailure(failure).correction(address, user, folder).ifPresent(correction -> {
                throw new IllegalStateException(correction, failure);
            });
            return Optional.of(failure);
        }
    }

    /** Its first line: the server adds a second one for its own developers. */
    private static String message(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping.", stop);
        }
    }
}
