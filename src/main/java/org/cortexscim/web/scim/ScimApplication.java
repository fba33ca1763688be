package org.cortexscim.web.scim;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.cortexscim.access.AuthenticationFilter;
import org.cortexscim.access.OptionsFilter;
import org.cortexscim.access.PermissionFilter;
import org.cortexscim.access.RequestLimitFilter;
import org.cortexscim.web.http.BodyFilter;
import org.cortexscim.web.http.CallerShareFilter;
import org.cortexscim.web.scim.bulk.BulkResource;

/** The SCIM service (RFC 7644), with every filter and provider between a request and its resource. */
@ApplicationPath("/scim/v2")
public class ScimApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuthenticationFilter.class,
                RequestLimitFilter.class,
                CallerShareFilter.class,
                OptionsFilter.class,
                PermissionFilter.class,
                ScimSwitchFilter.class,
                AcceptFilter.class,
                BodyFilter.class,
                ScimBodyReader.class,
                ScimBodyWriter.class,
                ScimErrors.class,
                RootResource.class,
                BulkResource.class,
                MeResource.class,
                UsersResource.class,
                GroupsResource.class,
                RolesResource.class,
                SchemasResource.class,
                ResourceTypesResource.class,
                ServiceProviderConfigResource.class);
    }
}
