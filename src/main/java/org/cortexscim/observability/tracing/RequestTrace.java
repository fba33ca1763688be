package org.cortexscim.observability.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** Adds to the server's trace of a request what the service does in it. */
class RequestTrace {
    @Inject
    private Tracer tracer;

    /**
     * Refuses to start when spans would leave the server as it makes them.
     *
     * @throws IllegalStateException for the operator
     */
    void begin(@Observes Startup startup) {
        if (isTracing() && !CautiousExport.isInstalled()) {
            throw new IllegalStateException("OTEL_SDK_DISABLED must not be set to false: the server's traces would"
                    + " contain filters, and so personal data. Remove the variable; telemetry.xml turns traces on.");
        }
    }

    /** Background work has no request, and so no span. */
    Object around(InvocationContext invocation) throws Exception {
        if (!Span.current().isRecording()) {
            return invocation.proceed();
        }
        Span span = tracer.spanBuilder(name(invocation.getMethod())).startSpan();
        try {
            return Context.current().with(span).wrap(invocation::proceed).call();
        } catch (Exception failure) {
            // The name only: the message may name a user.
            span.setAttribute(SpanAttributes.ERROR, failure.getClass().getName());
            throw failure;
        } finally {
            span.end();
        }
    }

    private boolean isTracing() {
        Span probe = tracer.spanBuilder("start").startSpan();
        return probe.getSpanContext().isValid();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
