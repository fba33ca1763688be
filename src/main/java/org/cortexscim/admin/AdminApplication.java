package org.cortexscim.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.cortexscim.access.AuthenticationFilter;
import org.cortexscim.access.PermissionFilter;

/** The administration API. */
@ApplicationPath("/api/v1")
public class AdminApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthenticationFilter.class,
                PermissionFilter.class,
                AdminErrors.class,
                ScimSettingsResource.class,
                SeatsResource.class,
                AuditLogsResource.class);
    }
}
