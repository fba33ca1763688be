package org.cortexscim.observability.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import org.cortexscim.storage.InTransaction;

/**
 * Has the transactional services, and the stores and queries below them, traced when the server can trace. When it
 * cannot, no bean is changed, so that a call costs what it did.
 */
public class TracingExtension implements Extension {
    private final boolean possible = isPossible();

    void add(@Observes BeforeBeanDiscovery event) {
        if (possible) {
            event.addAnnotatedType(RequestTrace.class, RequestTrace.class.getName())
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }

    <T> void trace(@Observes @WithAnnotations(ApplicationScoped.class) ProcessAnnotatedType<T> event) {
        AnnotatedType<T> type = event.getAnnotatedType();
        if (!possible || !type.getJavaClass().getName().startsWith("org.cortexscim.")) {
            return;
        }
        if (touchesTheDatabase(type) || type.isAnnotationPresent(InTransaction.class)) {
            event.configureAnnotatedType().add(Traced.Literal.INSTANCE);
        } else if (type.getMethods().stream().anyMatch(TracingExtension::isTransactional)) {
            // Its other methods answer from the memory, many times in a request.
            event.configureAnnotatedType()
                    .filterMethods(TracingExtension::isTransactional)
                    .forEach(method -> method.add(Traced.Literal.INSTANCE));
        }
    }

    /** By convention, nothing else does. */
    private static boolean touchesTheDatabase(AnnotatedType<?> type) {
        String name = type.getJavaClass().getSimpleName();
        return name.endsWith("Store") || name.endsWith("Query");
    }

    private static boolean isTransactional(AnnotatedMethod<?> method) {
        return method.isAnnotationPresent(InTransaction.class);
    }

    private static boolean isPossible() {
        try {
            Class.forName("io.opentelemetry.api.trace.Span", false, TracingExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException withoutTheFeature) {
            return false;
        }
    }
}
