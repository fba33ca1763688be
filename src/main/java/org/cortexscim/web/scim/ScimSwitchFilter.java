package org.cortexscim.web.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.cortexscim.policy.ProvisioningPolicy;

/** Answers 403 to every SCIM request while the workspace has both switches off; Okta shows it as "Forbidden". */
@ApplicationScoped
public class ScimSwitchFilter implements ContainerRequestFilter {
    @Inject
    private ProvisioningPolicy policy;

    @Override
    public void filter(ContainerRequestContext context) {
        policy.requireEnabled();
    }
}
