package org.cortexscim.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.cortexscim.access.AuthenticationFilter;
import org.cortexscim.access.PermissionFilter;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The administration API. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "cortex-scim administration",
                        version = "1",
                        description =
                                "What a workspace's admins set and see. SCIM itself is described at /scim/v2/Schemas."))
public class AdminApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthenticationFilter.class,
                PermissionFilter.class,
                AdminErrors.class,
                ScimSettingsResource.class,
                ScimSchemasResource.class,
                SeatsResource.class,
                AuditLogsResource.class,
                RoleMappingsResource.class,
                GroupRoleMappingsResource.class,
                UserRolesResource.class);
    }
}
