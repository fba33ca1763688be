package org.cortexscim.observability.tracing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Surrounds calls with spans, outside the transaction: waiting for a turn, retries and the commit are part of them. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class TracingInterceptor {
    /** The server finds this class even without the feature, and then must not look for a tracer. */
    @Inject
    private Instance<RequestTrace> trace;

    @AroundInvoke
    Object trace(InvocationContext invocation) throws Exception {
        return trace.get().around(invocation);
    }
}
