package org.cortexscim.observability.tracing;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes each call during a traced request a span. {@link TracingExtension} adds it; no class has it in its source. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface Traced {
    final class Literal extends AnnotationLiteral<Traced> implements Traced {
        private static final long serialVersionUID = 1;
        static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
