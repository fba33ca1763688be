package org.cortexscim.storage;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs in the caller's transaction, or in one of its own: committed when the method returns, rolled back when it
 * throws, and done again a few times when another transaction changed the same rows first.
 *
 * <p>It replaces {@code jakarta.transaction.Transactional}, for which the server writes a dump to the disk with
 * every exception that passes. Here a refusal is an everyday answer, and its text may name a user.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InTransaction {
    /** Whether the transaction only reads: it then waits for no other one's turn to write. */
    @Nonbinding
    boolean readOnly() default false;
}
