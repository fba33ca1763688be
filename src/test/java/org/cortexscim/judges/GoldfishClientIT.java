package org.cortexscim.judges;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import java.util.List;
import java.util.Map;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client of SCIM-SDK, which checks headers and messages of every answer, on a workspace that has widened its rules. */
@ExtendWith(FreshWorkspace.class)
class GoldfishClientIT {
    private static final int PATIENCE_SECONDS = 60;

    private final Service service = Service.underTest();
    private final ScimRequestBuilder scim = new ScimRequestBuilder(
            service.baseUrl() + "/scim/v2",
            ScimClientConfig.builder()
                    .connectTimeout(PATIENCE_SECONDS)
                    .requestTimeout(PATIENCE_SECONDS)
                    .socketTimeout(PATIENCE_SECONDS)
                    .httpHeaders(Map.of("Authorization", "Bearer " + service.key()))
                    .build());
    private final Person person = Person.random();

    @BeforeEach
    void givenWideRules(Workspace workspace) {
        workspace.settings("{\"emailChange\":true,\"attributeUpdates\":\"all\",\"reactivationByPatch\":true}");
    }

    @AfterEach
    void close() {
        scim.close();
    }

    @Test
    void discoversTheService() {
        MetaConfiguration discovered =
                scim.loadMetaConfiguration().sendRequest().getResource();

        assertThat(discovered.getServiceProvider().getPatchConfig().isSupported())
                .isTrue();
        assertThat(discovered.getResourceTypes()).hasSize(2);
        assertThat(discovered.getSchemas()).isNotEmpty();
    }

    @Test
    void leadsAUserThroughALife() {
        User created = read(
                scim.create(User.class, EndpointPaths.USERS).setResource(user()).sendRequest());
        String id = created.getId().orElseThrow();
        ServerResponse<User> again =
                scim.create(User.class, EndpointPaths.USERS).setResource(user()).sendRequest();
        assertThat(again.getHttpStatus()).isEqualTo(409);
        assertThat(again.getErrorResponse().getScimType()).contains("uniqueness");

        ServerResponse<User> patch = scim.patch(User.class, EndpointPaths.USERS, id)
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("name.givenName")
                .value("Anna")
                .next()
                .op(PatchOp.ADD)
                .path("emails")
                .valueNode(
                        Email.builder().value("home@example.com").type("home").build())
                .next()
                .op(PatchOp.REMOVE)
                .path("name.familyName")
                .build()
                .sendRequest();
        User patched = read(patch);
        assertThat(patched.getName().flatMap(Name::getGivenName)).contains("Anna");
        assertThat(patched.getName().flatMap(Name::getFamilyName)).isEmpty();
        assertThat(patched.getEmails()).hasSize(2);

        patched.setTitle("Boss");
        patched.setActive(false);
        User replaced = read(scim.update(User.class, EndpointPaths.USERS, id)
                .setResource(patched)
                .setETagForIfMatch(patched.getMeta().orElseThrow().getVersion().orElseThrow())
                .sendRequest());
        assertThat(replaced.getTitle()).contains("Boss");
        assertThat(replaced.isActive()).contains(false);

        ServerResponse<User> gone =
                scim.delete(User.class, EndpointPaths.USERS, id).sendRequest();
        assertThat(gone.isSuccess()).isTrue();
        ServerResponse<User> missing =
                scim.get(User.class, EndpointPaths.USERS, id).sendRequest();
        assertThat(missing.getHttpStatus()).isEqualTo(404);
        assertThat(missing.isValidScimResponse()).isTrue();
    }

    @Test
    void searches() {
        String id = read(scim.create(User.class, EndpointPaths.USERS)
                        .setResource(user())
                        .sendRequest())
                .getId()
                .orElseThrow();

        ListResponse<User> found = read(scim.list(User.class, EndpointPaths.USERS)
                .filter("userName", Comparator.EQ, person.userName())
                .and("emails.type", Comparator.EQ, "work")
                .build()
                .count(5)
                .get()
                .sendRequest());
        ListResponse<User> posted = read(scim.list(User.class, EndpointPaths.USERS)
                .filter("emails.value", Comparator.EQ, person.userName())
                .build()
                .count(5)
                .post()
                .sendRequest());

        for (ListResponse<User> page : List.of(found, posted)) {
            assertThat(page.getListedResources())
                    .extracting(user -> user.getId().orElseThrow())
                    .containsExactly(id);
        }
    }

    @Test
    void createsAGroupWithItsMemberInOneRequest() {
        Group group = Group.builder()
                .displayName(Groups.randomName())
                .members(List.of(
                        Member.builder().value("bulkId:anna").type("User").build()))
                .build();

        BulkResponse answer = read(scim.bulk()
                .bulkRequestOperation(EndpointPaths.USERS)
                .method(HttpMethod.POST)
                .bulkId("anna")
                .data(user())
                .next()
                .bulkRequestOperation(EndpointPaths.GROUPS)
                .method(HttpMethod.POST)
                .bulkId("group")
                .data(group)
                .sendRequest());

        assertThat(answer.getFailedOperations()).isEmpty();
        String location =
                answer.getByBulkId("group").orElseThrow().getLocation().orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(read(scim.get(Group.class, EndpointPaths.GROUPS, id).sendRequest())
                        .getMembers())
                .hasSize(1);
    }

    private static <T extends ScimObjectNode> T read(ServerResponse<T> answer) {
        assertThat(answer.isSuccess() && answer.isValidScimResponse())
                .as(() -> answer.getHttpStatus() + " " + answer.getHttpHeaders() + " " + answer.getResponseBody())
                .isTrue();
        return answer.getResource();
    }

    private User user() {
        return User.builder()
                .userName(person.userName())
                .name(Name.builder()
                        .givenName(person.givenName())
                        .familyName(person.familyName())
                        .build())
                .emails(List.of(Email.builder()
                        .value(person.userName())
                        .type("work")
                        .primary(true)
                        .build()))
                .build();
    }
}
