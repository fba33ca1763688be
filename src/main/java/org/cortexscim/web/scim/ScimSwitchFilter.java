package org.cortexscim.web.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.cortexscim.settings.WorkspaceSettings;

/** Answers 403 to every SCIM request while the workspace has both switches off; Okta shows it as "Forbidden". */
@ApplicationScoped
public class ScimSwitchFilter implements ContainerRequestFilter {
    @Inject
    private WorkspaceSettings settings;

    @Override
    public void filter(ContainerRequestContext context) {
        settings.current().requireScim();
    }
}
