package org.cortexscim.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why the first connection to the database failed, in words for whoever set the variables. */
record ConnectionFailure(SQLException failure) {
    /** PostgreSQL: too many connections, and a server that starts or stops. */
    private static final Set<String> PASSING = Set.of("53300", "57P01", "57P02", "57P03");

    private static final Set<String> NOT_ADMITTED = Set.of("28000", "28P01");
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CANNOT_CONNECT = "08";
    /** Derby: another process has the folder open. */
    private static final String OPENED = "XSDB6";
    /** Derby: it cannot be made, opened, or written; the last two are the general failures around a cause. */
    private static final Set<String> UNUSABLE = Set.of("XBM0H", "XSDB5", "XJ004", "XJ040", "XJ041");

    /**
     * What to correct, as a sentence; empty when the database may come back without any correction.
     *
     * @param url of the database
     * @param folder of the embedded database
     */
    Optional<String> correction(DatabaseUrl url, String user, String folder) {
        Set<String> states = Set.copyOf(states());
        if (url.isDerby()) {
            return Optional.of(derby(states, folder));
        }
        if (states.stream().anyMatch(NOT_ADMITTED::contains)) {
            return Optional.of("The database refused the password of user '%s' (DATABASE_USER, DATABASE_PASSWORD)."
                    .formatted(user));
        }
        if (states.contains(NO_SUCH_DATABASE)) {
            return Optional.of("The database server has no such database: %s (DATABASE_URL).".formatted(url.shown()));
        }
        return states.stream().anyMatch(ConnectionFailure::passes)
                ? Optional.empty()
                : Optional.of("The database refused the connection to %s (DATABASE_URL): %s"
                        .formatted(url.shown(), failure.getMessage()));
    }

    private static boolean passes(String state) {
        return state.startsWith(CANNOT_CONNECT) || PASSING.contains(state);
    }

    private String derby(Set<String> states, String folder) {
        if (states.contains(OPENED)) {
            return "DERBY_DIR: another server has the database in %s open; stop it, or choose another folder."
                    .formatted(folder);
        }
        return states.stream().anyMatch(UNUSABLE::contains)
                ? "DERBY_DIR: the database in %s cannot be created, opened or written; check the folder and its permissions."
                        .formatted(folder)
                : "DERBY_DIR: the database in %s cannot be opened: %s".formatted(folder, failure.getMessage());
    }

    /** The codes of the failure, its causes and the failures next to it. */
    private List<String> states() {
        List<String> states = new ArrayList<>();
        collect(failure, states);
        return states;
    }

    private static void collect(@Nullable Throwable failure, List<String> states) {
        if (failure == null || states.size() > 20) {
            return;
        }
        if (failure instanceof SQLException sql) {
            states.add(sql.getSQLState() == null ? "" : sql.getSQLState());
            collect(sql.getNextException(), states);
        }
        collect(failure.getCause(), states);
    }
}
