package org.cortexscim.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cortexscim.Deployments;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.directory.UserRoles;
import org.cortexscim.roles.assignment.GrantSource;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.settings.WorkspaceSettings;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that an admin has made is listed, given and mapped as the built-in ones are. */
@ArquillianTest
class CustomRolesContainerIT {
    private static final Authority ADMIN = new Authority(BuiltInRole.ADMIN.permissions());

    @Inject
    private Roles roles;

    @Inject
    private CustomRoles customRoles;

    @Inject
    private RoleCatalog catalog;

    @Inject
    private RoleGrants grants;

    @Inject
    private UserDirectory users;

    @Inject
    private UserRoles userRoles;

    @Inject
    private WorkspaceSettings settings;

    private final String tag = "Role-" + UUID.randomUUID();
    private final String userName = UUID.randomUUID() + "@example.com";

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(CustomRolesContainerIT.class);
    }

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        settings.change(ScimObject.of("automaticProvisioning", true).with("roleProvisioning", true));
    }

    @AfterEach
    void switchOff() {
        settings.change(ScimObject.of("roleProvisioning", false));
    }

    @Test
    void isListed_besidesTheBuiltInOnes() {
        create("Ünlü Role");

        assertThat(catalog.get(tag)).isEqualTo(new Role(tag, "Ünlü Role", Optional.empty()));
        assertThat(search("id eq \"%s\"".formatted(tag)).resources()).containsExactly(catalog.get(tag));
        assertThat(search("displayName eq \"üNLÜ role\" and id eq \"%s\"".formatted(tag))
                        .totalResults())
                .isEqualTo(1);
        assertThat(search("description pr and id eq \"%s\"".formatted(tag)).totalResults())
                .isZero();
        assertThat(search("id pr").totalResults()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void isGivenByItsTag_inAnyCase() {
        RoleRef role = create("Role");

        users.create(person(tag.toUpperCase(Locale.ROOT)));

        assertThat(rolesOfUser()).containsExactly(role);
        assertThat(roles.customNames(List.of(role, RoleRef.ADMIN)).get(tag)).isEqualTo("Role");
    }

    @Test
    void isMapped() {
        RoleRef role = create("Role");
        RoleGrant grant = grants.createForValue("value of " + tag, role, ADMIN);

        users.create(person("VALUE OF " + tag));

        assertThat(rolesOfUser()).containsExactly(role);
        assertThat(roles.find(tag.toLowerCase(Locale.ROOT))).contains(role);
        grants.delete(GrantSource.Kind.VALUE, grant.id(), ADMIN);
        assertThat(rolesOfUser()).containsExactly(RoleRef.builtIn(BuiltInRole.VIEWER));
    }

    @Test
    void hasATagOfItsOwn() {
        create("Role");

        assertThatThrownBy(() -> create(RoleRef.custom(tag.toUpperCase(Locale.ROOT)), "Other"))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> RoleRef.custom("admin"))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("built-in");
    }

    private RoleRef create(String name) {
        return create(RoleRef.custom(tag), name);
    }

    private RoleRef create(RoleRef role, String name) {
        return customRoles
                .create(new RoleDefinition(role, name, Optional.empty(), Set.of()), ADMIN)
                .ref();
    }

    private ListResponse<Role> search(String filter) {
        return catalog.search(
                new SearchQuery(Optional.of(filter), Optional.empty(), new SearchQuery.Index(1), 100, "test", false));
    }

    private ScimObject person(String role) {
        return ScimObject.of("userName", userName).with("roles", List.of(ScimObject.of("value", role)));
    }

    private Set<RoleRef> rolesOfUser() {
        return userRoles.page(List.of(userName), 0, 10).resources().get(0).roles();
    }
}
