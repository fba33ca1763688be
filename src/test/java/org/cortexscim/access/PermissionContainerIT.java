package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cortexscim.Deployments;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.access.keys.NewApiKey;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.CustomRoles;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What a key may do follows from its roles, also while it is in use. */
@ArquillianTest
class PermissionContainerIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Authority ADMIN = new Authority(BuiltInRole.ADMIN.permissions());
    private static final String USERS = "/scim/v2/Users?startIndex=1&count=2";

    @Inject
    private ApiKeys keys;

    @Inject
    private CustomRoles roles;

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(PermissionContainerIT.class);
    }

    @Test
    void letsTheAdminPass_toTheSwitches() throws Exception {
        HttpResponse<String> answer = get(USERS, keyWith(RoleRef.builtIn(BuiltInRole.ADMIN)));

        assertThat(answer.body()).doesNotContain("lacks the permission");
    }

    @Test
    void letsACustomRolePass_thatHasThePermission() throws Exception {
        HttpResponse<String> answer = get("/api/v1/scim/settings", keyWith(custom(Permission.CONFIGURE_SCIM)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEveryBuiltInRoleBelowAdmin_andNamesThePermission() throws Exception {
        for (BuiltInRole role : Set.of(BuiltInRole.VIEWER, BuiltInRole.USER, BuiltInRole.MANAGER)) {
            assertMissing(get(USERS, keyWith(RoleRef.builtIn(role))), Permission.CONFIGURE_SCIM);
        }
    }

    @Test
    void refusesACustomRole_thatHasOtherPermissions() throws Exception {
        String key = keyWith(custom(Permission.CONFIGURE_SCIM));

        assertMissing(
                get("/api/v1/scim/schemas", keyWith(custom(Permission.VIEW_AUDIT_LOGS))), Permission.CONFIGURE_SCIM);
        assertMissing(get("/api/v1/audit-logs", key), Permission.VIEW_AUDIT_LOGS);
        assertMissing(get(USERS, keyWith(custom(Permission.VIEW_AUDIT_LOGS))), Permission.CONFIGURE_SCIM);
    }

    @Test
    void refusesARoleThatIsNotThere() throws Exception {
        assertMissing(get(USERS, keyWith(RoleRef.custom("gone"))), Permission.CONFIGURE_SCIM);
    }

    /** What was granted before must not outlive the change of the role for longer than a second. */
    @Test
    void followsAChangeOfTheRole() throws Exception {
        RoleRef role = custom(Permission.CONFIGURE_SCIM);
        String key = keyWith(role);
        assertThat(get("/api/v1/scim/settings", key).statusCode()).isEqualTo(200);

        roles.replace(role(role, Permission.VIEW_AUDIT_LOGS), ADMIN);
        Thread.sleep(1100);

        assertMissing(get("/api/v1/scim/settings", key), Permission.CONFIGURE_SCIM);
        assertThat(get("/api/v1/audit-logs", key).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsARoleThatAKeyHas() {
        RoleRef role = custom(Permission.CONFIGURE_SCIM);
        keyWith(role);

        assertThatThrownBy(() -> roles.delete(role, ADMIN))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("API keys (1)");
    }

    private static void assertMissing(HttpResponse<String> answer, Permission permission) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("lacks the permission '" + permission.label() + "'");
    }

    private String keyWith(RoleRef role) {
        return keys.create(NewApiKey.named("test", Set.of(role)), new Authority(BuiltInRole.ADMIN.permissions()))
                .secret();
    }

    private RoleRef custom(Permission permission) {
        return roles.create(role(RoleRef.custom(UUID.randomUUID().toString()), permission), ADMIN)
                .ref();
    }

    private static RoleDefinition role(RoleRef role, Permission... permissions) {
        return new RoleDefinition(role, "test", Optional.empty(), Set.of(permissions));
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + System.getProperty("HTTP_PORT") + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
