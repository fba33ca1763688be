package org.cortexscim.observability.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span with its harmless attributes, and without the messages of exceptions, which may name a user. */
final class CautiousSpan extends DelegatingSpanData {
    CautiousSpan(SpanData span) {
        super(span);
    }

    @Override
    public Attributes getAttributes() {
        return SpanAttributes.harmless(super.getAttributes());
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
