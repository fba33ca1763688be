package org.cortexscim.observability.tracing;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Puts {@link CautiousExporter} before whatever exporter the operator has chosen, and {@link RequestIds} before both.
 * OpenTelemetry finds it as a service.
 */
public final class CautiousExport implements AutoConfigurationCustomizerProvider {
    private static volatile boolean installed;

    /** Whether the application's spans are exported with caution. */
    static boolean isInstalled() {
        return installed;
    }

    @Override
    public void customize(AutoConfigurationCustomizer configuration) {
        configuration.addSpanExporterCustomizer((exporter, properties) -> new CautiousExporter(exporter));
        configuration.addTracerProviderCustomizer(
                (provider, properties) -> provider.addSpanProcessor(new RequestIds()));
        configuration.addResourceCustomizer((resource, properties) ->
                resource.toBuilder().removeIf(SpanAttributes::isOfTheCommand).build());
        installed = true;
    }
}
