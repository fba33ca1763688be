package org.cortexscim.storage;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.capacity.Work;

/** Begins and ends the transactions of {@link InTransaction}. */
@InTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class TransactionRunner {
    private static final int ATTEMPTS = 6;
    private static final int FIRST_PAUSE_MILLIS = 5;
    /** Waiting for a lock can take long, and a client waits a minute at most. */
    private static final Duration LAST_ATTEMPT = Duration.ofSeconds(20);

    @Inject
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Writers writers;

    @Inject
    private Outage outage;

    @Inject
    private Database database;

    @Inject
    private FreeSpace space;

    @AroundInvoke
    Object run(InvocationContext invocation) throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return invocation.proceed();
        }
        outage.requireDatabase();
        try {
            return attempts(invocation);
        } finally {
            outage.asked();
        }
    }

    private Object attempts(InvocationContext invocation) throws Exception {
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(invocation);
            } catch (RuntimeException | RollbackException failure) {
                requireRepeatable(failure, attempt);
                if (attempt == ATTEMPTS || System.nanoTime() - begin > LAST_ATTEMPT.toNanos()) {
                    throw new LostRaceException(failure);
                }
                // The others lost the race together: without a random pause they would meet again.
                Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << attempt));
            }
        }
    }

    /** Returns when another attempt may succeed; nothing of this one has been applied. */
    private <T extends Exception> void requireRepeatable(T failure, int attempt) throws T {
        if (failure instanceof UnknownOutcomeException) {
            throw failure;
        }
        if (SqlFailures.isAway(failure)) {
            // The connections of the pool break when the database starts again, and the next one is new.
            if (attempt == 1 && SqlFailures.isBroken(failure)) {
                return;
            }
            throw outage.failed(failure);
        }
        if (SqlFailures.isDiskFull(failure)) {
            throw space.full(failure);
        }
        if (SqlFailures.isOverload(failure)) {
            throw new OverloadException(failure);
        }
        if (!SqlFailures.isLostRace(failure)) {
            throw failure;
        }
    }

    private Object attempt(InvocationContext invocation) throws Exception {
        Work.current().requireTime();
        boolean readOnly = invocation.getInterceptorBinding(InTransaction.class).readOnly();
        transaction.begin();
        Object result;
        try {
            if (outage.isDoubtful()) {
                database.requireAnswer();
                outage.answered();
            }
            result = readOnly ? invocation.proceed() : writers.inTurn(() -> written(invocation));
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        }
        commit(readOnly);
        return result;
    }

    private Object written(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        entities.flush();
        // Whoever asked has given up by now, and will ask again.
        Work.current().requireTime();
        return result;
    }

    /** Whoever sent a change must not be told that nothing was changed when it may have been. */
    private void commit(boolean readOnly) throws Exception {
        try {
            transaction.commit();
        } catch (Exception failure) {
            if (readOnly || SqlFailures.isLostRace(failure)) {
                throw failure;
            }
            throw new UnknownOutcomeException(failure);
        }
    }

    /** A connection that is lost cannot roll back; the database does so by itself. */
    private void rollBack(Throwable failure) {
        try {
            transaction.rollback();
        } catch (SystemException | RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }
}
