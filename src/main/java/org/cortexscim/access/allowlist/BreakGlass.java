package org.cortexscim.access.allowlist;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import org.cortexscim.storage.Migrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Empties the allowlist when the application starts with {@code CLEAR_IP_ALLOWLIST=true}. */
@ApplicationScoped
public class BreakGlass {
    private static final Logger LOG = System.getLogger(BreakGlass.class.getName());

    @Inject
    private IpAllowlist allowlist;

    @Inject
    @ConfigProperty(name = "CLEAR_IP_ALLOWLIST", defaultValue = "false")
    private String clear;

    /** The audit log asks who the caller is, which it does within a request's scope. */
    @ActivateRequestContext
    void clear(@Observes @Priority(Migrations.PRIORITY + 200) Startup startup) {
        switch (clear) {
            case "true" -> {
                allowlist.breakGlass();
                LOG.log(
                        Logger.Level.WARNING,
                        "The IP allowlist has been cleared, and every address is admitted. Unset CLEAR_IP_ALLOWLIST, or"
                                + " the next start clears the list again.");
            }
            case "false" -> {}
            default -> throw new IllegalStateException("CLEAR_IP_ALLOWLIST must be true or false.");
        }
    }
}
