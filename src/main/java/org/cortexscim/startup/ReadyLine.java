package org.cortexscim.startup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.Database;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The line that ends a good start: where the server is, what it keeps its data in, and what is left to do. */
@ApplicationScoped
class ReadyLine {
    /** After every other observer. */
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 1000;

    @Inject
    private StartupExtension start;

    @Inject
    private Database database;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    @ConfigProperty(name = "PUBLIC_URL")
    private Optional<String> publicUrl;

    void prepare(@Observes @Priority(LAST) Startup startup) {
        String where = publicUrl.orElseGet(
                () -> String.join(" and ", Ports.of(ConfigProvider.getConfig()).addresses()));
        start.started(text(where, database.kind(), settings.current()));
    }

    static String text(String where, String kind, ProvisioningSettings settings) {
        String scim = settings.scimEnabled()
                ? "SCIM is on (automatic provisioning: %s, automatic deprovisioning: %s)."
                        .formatted(onOff(settings.automaticProvisioning()), onOff(settings.automaticDeprovisioning()))
                : "SCIM is off: turn on automaticProvisioning or automaticDeprovisioning with PUT /api/v1/scim/settings.";
        return "cortex-scim is ready at %s, with %s. %s".formatted(where, kind, scim);
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }
}
