package org.cortexscim.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.AuthenticationFilter;
import org.cortexscim.access.OptionsFilter;
import org.cortexscim.access.PermissionFilter;
import org.cortexscim.access.RequestLimitFilter;
import org.cortexscim.web.http.BodyFilter;
import org.cortexscim.web.http.CallerShareFilter;
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
                                "The API for a workspace's admins. SCIM itself is described at /scim/v2/Schemas."))
public class AdminApplication extends Application {
    /** Everything that has paths of its own. */
    static final Set<Class<?>> RESOURCES = Set.of(
            ApiKeysResource.class,
            KeyRotationResource.class,
            ScimSettingsResource.class,
            ScimPolicyResource.class,
            ScimSchemasResource.class,
            ScimRequestsResource.class,
            IpAllowlistResource.class,
            ConnectionTestResource.class,
            OverviewResource.class,
            SeatsResource.class,
            AuditLogsResource.class,
            RolesResource.class,
            DefaultRoleResource.class,
            AssignedRolesResource.class,
            UserListResource.class,
            RoleMappingsResource.class,
            GroupRoleMappingsResource.class,
            UserRolesResource.class,
            VersionResource.class);

    private static final Set<Class<?>> FILTERS = Set.of(
            AuthenticationFilter.class,
            RequestLimitFilter.class,
            CallerShareFilter.class,
            OptionsFilter.class,
            PermissionFilter.class,
            BodyFilter.class,
            AdminErrors.class,
            KeyExpiryHeader.class,
            RecordWriter.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.of(RESOURCES, FILTERS).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
