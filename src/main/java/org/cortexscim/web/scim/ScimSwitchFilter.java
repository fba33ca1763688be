package org.cortexscim.web.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;

/**
 * Answers 403 to every SCIM request while the workspace has both switches off; Okta shows it as "Forbidden". Answers 429 to
 * every change while provisioning is paused, so that identity providers repeat it.
 */
@ApplicationScoped
public class ScimSwitchFilter implements ContainerRequestFilter {
    private static final Set<String> CHANGES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String SEARCH = ".search";

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext context) {
        ProvisioningSettings current = settings.current();
        current.requireScim();
        if (current.paused()
                && CHANGES.contains(context.getMethod())
                && !context.getUriInfo().getPath().endsWith(SEARCH)) {
            throw OverloadException.paused(current.pausedUntil().map(end -> Duration.between(clock.instant(), end)));
        }
    }
}
