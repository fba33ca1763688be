package org.cortexscim.storage;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a failure's chain of causes what the database meant, by the standard's SQLSTATE codes. */
public final class SqlFailures {
    /** PostgreSQL's answer to a statement's timeout. */
    private static final String QUERY_CANCELED = "57014";

    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** The class of the standard: no connection, or one that broke. */
    private static final String CONNECTION = "08";

    private static final String CANNOT_CONNECT = "08001";
    /**
     * PostgreSQL stops, has crashed, starts, or has become the standby of another primary, which takes no changes; Derby
     * is shut down, or never came up.
     */
    private static final Set<String> LOST =
            Set.of("57P01", "57P02", "57P03", "25006", "XJ015", "XJ040", "XJ001.U", "XSDB6");

    private static final String DISK_FULL = "53100";

    private static final int DEPTH = 20;

    private SqlFailures() {}

    /** A unique constraint refused the row. */
    public static boolean isUniqueViolation(Throwable failure) {
        return anyCause(failure, cause -> "23505".equals(state(cause)));
    }

    /**
     * A version was outdated, a deadlock was broken, a transaction could not be serialized, or a row that another one
     * refers to was deleted in between.
     */
    public static boolean isLostRace(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof OptimisticLockException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockTimeoutException
                        || state(cause).startsWith("40")
                        || state(cause).equals("23503"));
    }

    /** No connection became free in time, or a statement was stopped for taking too long. */
    static boolean isOverload(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof SQLTimeoutException
                        || cause instanceof SQLTransientConnectionException
                        || cause.getClass().getSimpleName().equals("ConnectionWaitTimeoutException")
                        || QUERY_CANCELED.equals(state(cause))
                        || TOO_MANY_CONNECTIONS.equals(state(cause)));
    }

    /** There was no room for what a statement wanted to write. */
    static boolean isDiskFull(Throwable failure) {
        return anyCause(failure, cause -> DISK_FULL.equals(state(cause)));
    }

    /** There was no connection to the database, or it broke. */
    static boolean isAway(Throwable failure) {
        return anyCause(failure, cause -> isLost(state(cause)));
    }

    /** A connection broke that there was; there may be a new one. */
    static boolean isBroken(Throwable failure) {
        return isAway(failure) && !anyCause(failure, cause -> CANNOT_CONNECT.equals(state(cause)));
    }

    private static boolean isLost(String state) {
        return state.startsWith(CONNECTION) || LOST.contains(state);
    }

    /** What the database said, in one line. */
    static String words(Throwable failure) {
        Throwable last = failure;
        for (int i = 0; i < DEPTH && last.getCause() != null; i++) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(DEPTH)
                .anyMatch(condition);
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
