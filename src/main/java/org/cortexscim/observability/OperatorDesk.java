package org.cortexscim.observability;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.directory.Seats;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.Backup;
import org.cortexscim.storage.BackupResult;
import org.cortexscim.storage.CachesForgotten;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * What an operator can ask and do on the server's own machine. It is an enterprise bean because calls come on threads of
 * the JVM, which belong to no application and so have no transactions and no database until a container gives them
 * some.
 */
@Singleton
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
@ActivateRequestContext
public class OperatorDesk {
    @Inject
    @Readiness
    private Instance<HealthCheck> checks;

    @Inject
    private Capacity capacity;

    @Inject
    private Seats seats;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Event<CachesForgotten> forgotten;

    @Inject
    private Backup backup;

    public boolean isReady() {
        return checks.stream().allMatch(check -> check.call().getStatus() == HealthCheckResponse.Status.UP);
    }

    public int requestsInProgress() {
        return capacity.requestsInProgress();
    }

    public OptionalLong activeSeats() {
        try {
            return OptionalLong.of(seats.used());
        } catch (OverloadException away) {
            return OptionalLong.empty();
        }
    }

    public OptionalInt seatLimit() {
        return seats.limit();
    }

    public ProvisioningSettings settings() {
        return settings.current();
    }

    /**
     * Pauses provisioning; an empty string stands for no end, and for no reason.
     *
     * @return why that was refused; empty if it was not
     */
    public Optional<String> pause(String until, String reason) {
        try {
            settings.change(ScimObject.of("paused", true)
                    .with("pausedUntil", until.isEmpty() ? null : until)
                    .with("pauseReason", reason.isEmpty() ? null : reason));
            return Optional.empty();
        } catch (ScimException refused) {
            return Optional.of(refused.detail());
        }
    }

    public void resume() {
        settings.change(ScimObject.of("paused", false));
    }

    public void forgetCaches() {
        forgotten.fire(new CachesForgotten());
    }

    public BackupResult backUpDatabase(String folder) {
        return backup.into(folder);
    }
}
