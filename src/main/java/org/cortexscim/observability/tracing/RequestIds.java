package org.cortexscim.observability.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.spi.CDI;
import org.cortexscim.access.CurrentCaller;

/** Gives the server's span of a request the id under which the answer, the logs and the audit entries know it. */
final class RequestIds implements SpanProcessor {
    /** The server begins the span after the filters of web.xml, so that the request has its id by now. */
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getKind() == SpanKind.SERVER) {
            CurrentCaller current = CDI.current().select(CurrentCaller.class).get();
            span.setAttribute(SpanAttributes.REQUEST_ID, current.requestId());
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
