package org.cortexscim.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A workspace with an active Admin keeps one, whatever the identity provider does. */
class LastAdminIT {
    private static final String DEACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":false}}";
    private static final String REMOVE_ROLES = "{\"op\":\"remove\",\"path\":\"roles\"}";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private final Person admin = Person.random();
    private final Person other = Person.random();
    private final String groupName = "Group " + UUID.randomUUID();

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        desk.open();
    }

    @AfterEach
    void switchOff() {
        desk.close();
    }

    @Test
    void keepsTheRole() {
        String id = given(admin, "ADMIN");

        thenRefused(http.put("/Users/" + id, admin.document("\"roles\":[]")));
        thenRefused(http.put("/Users/" + id, admin.document("\"roles\":[{\"value\":\"USER\"}]")));
        thenRefused(http.patchUser(id, REMOVE_ROLES));

        http.user(id).has("roles/0/value", "ADMIN").has("meta/version", "W/\"1\"");
        thenHasEntries(admin, 1);
    }

    @Test
    void keepsTheUser() {
        String id = given(admin, "ADMIN");

        thenRefused(http.patchUser(id, DEACTIVATE));
        thenRefused(http.put("/Users/" + id, admin.document("\"active\":false")));
        thenRefused(http.delete("/Users/" + id));

        http.user(id).has("active", true);
        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN");
        thenHasEntries(admin, 1);
    }

    @Test
    void letsEverythingElseHappenToTheLastAdmin() {
        String id = given(admin, "ADMIN");

        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200);
        http.put("/Users/" + id, admin.document("\"roles\":[{\"value\":\"admin\"},{\"value\":\"USER\"}]"))
                .hasStatus(200);

        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN", "USER");
    }

    @Test
    void letsGo_whenAnotherIsActive() {
        String id = given(admin, "ADMIN");
        String second = given(other, "ADMIN");

        http.patchUser(second, DEACTIVATE).hasStatus(200);
        thenRefused(http.patchUser(id, DEACTIVATE));
        http.put("/Users/" + second, other.document("\"active\":true")).hasStatus(200);
        http.patchUser(id, REMOVE_ROLES).hasStatus(200).lacks("roles");
        thenRefused(http.delete("/Users/" + second));
        http.delete("/Users/" + id).hasStatus(204);
    }

    @Test
    void asksNobody_whereThereIsNoAdmin() {
        String id = given(admin, "USER");

        http.patchUser(id, REMOVE_ROLES).hasStatus(200);
        http.patchUser(id, DEACTIVATE).hasStatus(200);
        http.delete("/Users/" + id).hasStatus(204);
    }

    @Test
    void keepsAnInactiveAdminFromNothing() {
        String id = given(admin, "ADMIN");
        String second = given(other, "ADMIN");
        http.patchUser(second, DEACTIVATE).hasStatus(200);

        http.patchUser(second, REMOVE_ROLES).hasStatus(200);
        http.delete("/Users/" + second).hasStatus(204);

        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN");
        http.user(id).hasStatus(200);
    }

    @Test
    void asksNobody_whileRoleProvisioningIsOff() {
        String id = given(admin, "ADMIN");
        workspace.settings("{\"roleProvisioning\":false}");

        http.patchUser(id, DEACTIVATE).hasStatus(200).has("active", false);
    }

    @Test
    void keepsTheMapping() {
        Answer mapping = desk.map(groupName, "ADMIN");
        given(admin, groupName);

        desk.unmap(mapping.text("id")).isCortexError(409, "CONFLICT");
        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN");
        assertThat(workspace.audit(groupName)).hasSize(1);

        given(other, "ADMIN");
        desk.unmap(mapping.text("id")).hasStatus(204);
    }

    /** The value "ADMIN" is the role's id; a mapping may give it another meaning. */
    @Test
    void keepsTheMeaningOfTheValue() {
        given(admin, "ADMIN");

        desk.map("admin", "VIEWER").isCortexError(409, "CONFLICT");

        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN");
        assertThat(desk.mappings().objects("roleMappings")).isEmpty();
        desk.map("admin", "ADMIN").hasStatus(200);
    }

    @Test
    void keepsTheGroup_itsMappingAndItsMember() {
        String id = http.idOfNew(admin);
        String group = givenGroup(id);
        Answer mapping = desk.mapGroup(group, "ADMIN");
        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN");

        desk.unmapGroup(mapping.text("id")).isCortexError(409, "CONFLICT");
        thenRefused(http.delete("/Groups/" + group));
        thenRefused(http.put("/Groups/" + group, "{\"displayName\":\"%s\",\"members\":[]}".formatted(groupName)));
        thenRefused(patchGroup(group, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(id)));
        thenRefused(patchGroup(group, "{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}"));
        thenRefused(http.patchUser(id, DEACTIVATE));
        thenRefused(http.delete("/Users/" + id));

        http.get("/Groups/" + group).has("members/0/value", id);
        desk.groupMappings().has("groupRoleMappings/0/groupId", group);
        thenHasEntries(admin, 1);
        assertThat(workspace.audit(groupName)).hasSize(2);
    }

    /** One goes and another comes: only what is left in the end counts. */
    @Test
    void letsMembersTakeTurns() {
        String group = givenGroup(http.idOfNew(admin));
        desk.mapGroup(group, "ADMIN");
        String second = http.idOfNew(other);

        http.put(
                        "/Groups/" + group,
                        "{\"displayName\":\"%s\",\"members\":[{\"value\":\"%s\"}]}".formatted(groupName, second))
                .hasStatus(200);

        assertThat(desk.rolesOf(admin)).containsExactly("VIEWER");
        assertThat(desk.rolesOf(other)).containsExactly("ADMIN");
        patchGroup(group, "{\"op\":\"replace\",\"value\":{\"displayName\":\"New %s\"}}".formatted(groupName))
                .hasStatus(200);
    }

    @RepeatedTest(5)
    void keepsOne_whenTheLastTwoAreTakenAwayTogether() throws Exception {
        String first = given(admin, "ADMIN");
        String second = given(other, "ADMIN");

        thenOneIsRefused(together(() -> http.patchUser(first, DEACTIVATE), () -> http.patchUser(second, REMOVE_ROLES)));
        thenOneIsAdmin();
    }

    @RepeatedTest(5)
    void keepsOne_whenTwoAreDeletedTogether() throws Exception {
        String first = given(admin, "ADMIN");
        String second = given(other, "ADMIN");

        thenOneIsRefused(together(() -> http.delete("/Users/" + first), () -> http.delete("/Users/" + second)));
        http.search("id eq \"%s\" or id eq \"%s\"".formatted(first, second)).has("totalResults", 1);
    }

    @RepeatedTest(5)
    void keepsOne_whenTheGroupAndTheUserGoTogether() throws Exception {
        String group = givenGroup(http.idOfNew(admin));
        desk.mapGroup(group, "ADMIN");
        String second = given(other, "ADMIN");

        thenOneIsRefused(together(() -> http.delete("/Groups/" + group), () -> http.patchUser(second, DEACTIVATE)));
        thenOneIsAdmin();
    }

    private String given(Person person, String role) {
        return http.post("/Users", person.document("\"roles\":[{\"value\":\"%s\"}]".formatted(role)))
                .hasStatus(201)
                .text("id");
    }

    private String givenGroup(String memberId) {
        return http.post(
                        "/Groups",
                        "{\"displayName\":\"%s\",\"members\":[{\"value\":\"%s\"}]}".formatted(groupName, memberId))
                .hasStatus(201)
                .text("id");
    }

    private Answer patchGroup(String id, String operation) {
        return http.patch("/Groups/" + id, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(operation));
    }

    private static void thenRefused(Answer answer) {
        answer.isScimError(409)
                .saying("Give another active user the Admin role first")
                .lacks("scimType");
    }

    private void thenHasEntries(Person person, int count) {
        assertThat(workspace.audit(person.userName())).hasSize(count);
    }

    private void thenOneIsAdmin() {
        assertThat(List.of(admin, other))
                .filteredOn(person -> desk.rolesOf(person).contains("ADMIN"))
                .hasSize(1);
    }

    private static void thenOneIsRefused(List<Answer> answers) {
        assertThat(answers)
                .as(answers.toString())
                .filteredOn(answer -> answer.status() < 300)
                .hasSize(1);
        answers.stream().filter(answer -> answer.status() >= 300).forEach(LastAdminIT::thenRefused);
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> another) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = threads.invokeAll(List.of(one, another));
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }
}
