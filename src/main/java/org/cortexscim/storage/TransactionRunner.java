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

    @AroundInvoke
    Object run(InvocationContext invocation) throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return invocation.proceed();
        }
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(invocation);
            } catch (RuntimeException | RollbackException failure) {
                if (SqlFailures.isOverload(failure)) {
                    throw new OverloadException(failure);
                }
                if (!SqlFailures.isLostRace(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS || System.nanoTime() - begin > LAST_ATTEMPT.toNanos()) {
                    throw new LostRaceException(failure);
                }
                // The others lost the race together: without a random pause they would meet again.
                Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << attempt));
            }
        }
    }

    private Object attempt(InvocationContext invocation) throws Exception {
        Work.current().requireTime();
        boolean readOnly = invocation.getInterceptorBinding(InTransaction.class).readOnly();
        transaction.begin();
        boolean finished = false;
        try {
            Object result = readOnly ? invocation.proceed() : writers.inTurn(() -> written(invocation));
            finished = true;
            return result;
        } finally {
            end(finished);
        }
    }

    private Object written(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        entities.flush();
        // Whoever asked has given up by now, and will ask again.
        Work.current().requireTime();
        return result;
    }

    private void end(boolean finished) throws Exception {
        if (finished) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
    }
}
