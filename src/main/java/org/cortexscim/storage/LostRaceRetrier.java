package org.cortexscim.storage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;

/** Stands outside the transaction's interceptor, so that each attempt is a transaction of its own. */
@RetryLostRaces
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class LostRaceRetrier {
    private static final int ATTEMPTS = 6;
    private static final int FIRST_PAUSE_MILLIS = 5;

    @AroundInvoke
    Object retry(InvocationContext invocation) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return invocation.proceed();
            } catch (RuntimeException failure) {
                if (!SqlFailures.isLostRace(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    throw new LostRaceException(failure);
                }
                // The others lost the race together: without a random pause they would meet again.
                Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << attempt));
            }
        }
    }
}
