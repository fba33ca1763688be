package org.cortexscim.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.capacity.Closing;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready as soon as the server is on its way to a stop, while it still answers. */
@Readiness
@ApplicationScoped
public class StoppingCheck implements HealthCheck {
    @Inject
    private Closing closing;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("stopping")
                .status(!closing.isLeaving())
                .build();
    }
}
