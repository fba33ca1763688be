package org.cortexscim.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ping's own Java client, which reads every answer by the RFC, on a workspace that has widened its rules. */
@ExtendWith(FreshWorkspace.class)
class UnboundIdClientIT {
    private final Service service = Service.underTest();
    private final Client http = ClientBuilder.newClient(new ClientConfig()
            .connectorProvider(new Apache5ConnectorProvider())
            .register((ClientRequestFilter)
                    request -> request.getHeaders().putSingle("Authorization", "Bearer " + service.key())));
    private final ScimService scim = new ScimService(http.target(service.baseUrl() + "/scim/v2"));
    private final Person person = Person.random();

    @BeforeEach
    void givenWideRules(Workspace workspace) {
        workspace.settings("{\"emailChange\":true,\"attributeUpdates\":\"all\",\"reactivationByPatch\":true}");
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void discoversTheService() throws ScimException {
        assertThat(scim.getServiceProviderConfig().getPatch().isSupported()).isTrue();
        assertThat(scim.getResourceTypes().getResources())
                .extracting(type -> type.getName())
                .containsExactly("User", "Group");
        assertThat(scim.getSchemas().getResources())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(scim.getSchema(schema.getId()).getAttributes())
                        .isNotEmpty());
        assertThat(scim.getResourceType("User").getEndpoint()).hasToString("/Users");
    }

    @Test
    void leadsAUserThroughALife() throws ScimException {
        UserResource user = scim.create("Users", user());
        assertThat(user.getId()).isNotBlank();
        assertThat(user.getMeta().getLocation()).hasToString(service.baseUrl() + "/scim/v2/Users/" + user.getId());
        assertThat(scim.retrieve(user).getUserName()).isEqualTo(person.userName());
        assertThatExceptionOfType(ResourceConflictException.class).isThrownBy(() -> scim.create("Users", user()));

        UserResource patched = scim.modifyRequest("Users", user.getId())
                .replaceValue("name.givenName", "Anna")
                .addValues("emails", new Email().setValue("home@example.com").setType("home"))
                .replaceValue("emails[type eq \"home\"].display", "At home")
                .removeValues("name.familyName")
                .invoke(UserResource.class);
        assertThat(patched.getName().getGivenName()).isEqualTo("Anna");
        assertThat(patched.getName().getFamilyName()).isNull();
        assertThat(patched.getEmails()).extracting(Email::getDisplay).containsExactly(null, "At home");

        patched.setTitle("Boss").setActive(false);
        UserResource replaced = scim.replaceRequest(patched).ifMatch().invoke();
        assertThat(replaced.getTitle()).isEqualTo("Boss");
        assertThat(replaced.getActive()).isFalse();

        scim.delete(replaced);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> scim.retrieve(replaced));
    }

    @Test
    void searches() throws ScimException {
        UserResource user = scim.create("Users", user());

        for (Filter filter : List.of(
                Filter.eq("userName", person.userName()),
                Filter.and(Filter.pr("name"), Filter.eq("emails.value", person.userName())),
                Filter.fromString("emails[value eq \"%s\"]".formatted(person.userName())))) {
            assertThat(scim.searchRequest("Users")
                            .filter(filter)
                            .attributes("userName")
                            .invoke(UserResource.class)
                            .getResources())
                    .extracting(UserResource::getId)
                    .containsExactly(user.getId());
            assertThat(scim.searchRequest("Users")
                            .filter(filter)
                            .page(1, 5)
                            .invokePost(UserResource.class)
                            .getTotalResults())
                    .isEqualTo(1);
        }
        assertThat(scim.searchRequest("Users")
                        .firstPageCursorWithCount(1)
                        .invoke(UserResource.class)
                        .getResources())
                .hasSize(1);
    }

    @Test
    void changesTheMembersOfAGroup() throws ScimException {
        UserResource user = scim.create("Users", user());
        GroupResource group = scim.create(
                "Groups",
                new GroupResource()
                        .setDisplayName(Groups.randomName())
                        .setMembers(new Member().setValue(user.getId())));
        assertThat(group.getMembers()).extracting(Member::getValue).containsExactly(user.getId());

        scim.modifyRequest("Groups", group.getId())
                .removeValues("members[value eq \"%s\"]".formatted(user.getId()))
                .invoke(Void.class);

        assertThat(scim.retrieve(group).getMembers()).isNullOrEmpty();
    }

    private UserResource user() {
        return new UserResource()
                .setUserName(person.userName())
                .setName(new Name().setGivenName(person.givenName()).setFamilyName(person.familyName()))
                .setEmails(
                        new Email().setValue(person.userName()).setType("work").setPrimary(true));
    }
}
