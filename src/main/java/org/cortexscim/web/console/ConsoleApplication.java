package org.cortexscim.web.console;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.access.PermissionFilter;
import org.cortexscim.access.RequestLimitFilter;
import org.cortexscim.access.SessionFilter;
import org.cortexscim.web.http.BodyFilter;
import org.cortexscim.web.http.CallerShareFilter;

/** The console. */
@ApplicationPath("/console")
public class ConsoleApplication extends Application {
    private static final Set<Class<?>> PAGES = Set.of(
            HomeResource.class,
            AssetsResource.class,
            SignInResource.class,
            OverviewPageResource.class,
            SetupPageResource.class,
            ScimPageResource.class,
            UsersPageResource.class,
            GroupsPageResource.class,
            RolesPageResource.class,
            RoleMappingsPageResource.class,
            KeysPageResource.class,
            AllowlistPageResource.class,
            RequestsPageResource.class,
            AuditLogPageResource.class);

    private static final Set<Class<?>> FILTERS = Set.of(
            SessionFilter.class,
            RequestLimitFilter.class,
            CallerShareFilter.class,
            SameOriginFilter.class,
            PermissionFilter.class,
            BodyFilter.class,
            PageHeaders.class,
            ViewWriter.class,
            ConsoleErrors.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.of(PAGES, FILTERS).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
