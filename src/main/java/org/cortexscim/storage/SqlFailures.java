package org.cortexscim.storage;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a failure's chain of causes what the database meant, by the standard's SQLSTATE codes. */
public final class SqlFailures {
    /** PostgreSQL's answer to a statement's timeout. */
    private static final String QUERY_CANCELED = "57014";

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
                        || QUERY_CANCELED.equals(state(cause)));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .anyMatch(condition);
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
