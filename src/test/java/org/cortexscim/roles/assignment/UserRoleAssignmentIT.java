package org.cortexscim.roles.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Together;
import org.cortexscim.testing.TokenIssuer;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles that admins give to users, and the one that everybody has who has no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserRoleAssignmentIT {
    private static final String DEACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":false}}";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private TokenIssuer issuer;
    private Person person = Person.random();
    private String id = "";
    private String tag = "";

    @BeforeAll
    void startIssuer() throws IOException {
        issuer = new TokenIssuer();
    }

    @AfterAll
    void stopIssuer() {
        issuer.close();
    }

    /** Role provisioning is off: what admins give holds without it. */
    @BeforeEach
    void givenAUser() {
        desk.close();
        tag = "Role-" + UUID.randomUUID();
        person = Person.random();
        id = http.idOfNew(person);
    }

    @AfterEach
    void takeRolesAway() {
        desk.close();
    }

    @Test
    void givesRoles() {
        desk.createRole(tag).hasStatus(200);

        Answer answer = desk.putRolesOf(id, """
                        {"roles":[{"type":"CUSTOM","tag":"%s"},{"type":"BASIC","role":"MANAGER"},"manager"]}""".formatted(tag)).hasStatus(200);

        answer.has("id", id).has("email", person.userName()).has("roles/0/role", "MANAGER");
        answer.has("roles/1/tag", tag).has("roles/1/name", "Test").lacks("roles/2");
        assertThat(answer.objects("effectiveRoles")).isEqualTo(answer.objects("roles"));
        assertThat(desk.rolesOf(person)).containsExactly("MANAGER", tag);
        http.user(id).lacks("roles").has("meta/version", "W/\"1\"");
        thenAudited(answer).changes("roles", "[]", "[\"MANAGER\",\"custom:%s\"]".formatted(tag));
    }

    @Test
    void knowsTheUserByIdAndByName() {
        desk.give(person.named(person.userNameInCapitals()), "USER").hasStatus(200);

        desk.rolesGiven(id).hasStatus(200).has("roles/0/role", "USER");
        desk.rolesGiven(ScimClient.encoded(person.userNameInCapitals())).has("id", id);
        desk.rolesGiven("nobody@example.com").isCortexError(404, "NOT_FOUND");
        desk.putRolesOf("nobody", "{\"roles\":[]}").isCortexError(404, "NOT_FOUND");
    }

    @Test
    void takesRolesAway_andAuditsNothingTwice() {
        desk.give(person, "USER", "MANAGER").hasStatus(200);

        Answer answer = desk.give(person, "USER").hasStatus(200).lacks("roles/1");
        thenAudited(answer).changes("roles", "[\"MANAGER\",\"USER\"]", "[\"USER\"]");
        int entries = workspace.auditTotal();
        desk.give(person, "user").hasStatus(200);

        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void addsUpWithTheRolesOfTheIdentityProvider() {
        workspace.settings("{\"roleProvisioning\":true}");
        http.patchUser(id, "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"USER\"}]}")
                .hasStatus(200);
        desk.mapGroup(Groups.of(http).idOfNew(id), "VIEWER").hasStatus(200);

        desk.give(person, "MANAGER").has("roles/0/role", "MANAGER").lacks("roles/1");

        assertThat(desk.rolesOf(person)).containsExactly("MANAGER", "USER", "VIEWER");
        workspace.settings("{\"roleProvisioning\":false}");
        assertThat(desk.rolesOf(person)).containsExactly("MANAGER");
    }

    @Test
    void sleepsWithTheUser_andGoesWithTheUser() {
        desk.give(person, "MANAGER").hasStatus(200);

        http.patchUser(id, DEACTIVATE).hasStatus(200);
        Answer given = desk.rolesGiven(id).has("roles/0/role", "MANAGER");
        assertThat(given.objects("effectiveRoles")).isEmpty();
        http.put("/Users/" + id, person.document("\"active\":true")).hasStatus(200);
        assertThat(desk.rolesOf(person)).containsExactly("MANAGER");

        http.delete("/Users/" + id).hasStatus(204);
        assertThat(workspace.audit(person.userName()).subList(0, 2))
                .extracting(entry -> entry.getString("objectType"))
                .containsExactly("USER", "USER_ROLES");
        http.idOfNew(person);
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"roles\":\"USER\"}",
                "{\"roles\":null}",
                "{\"roles\":[7]}",
                "{\"roles\":[\"USER\",\"no-such-role\"]}",
                "{\"roles\":[{\"type\":\"BASIC\",\"role\":\"no-such-role\"}]}",
                "{\"roles\":[],\"email\":\"x\"}"
            })
    void refusesWhatIsNoListOfRoles(String body) {
        desk.give(person, "USER").hasStatus(200);
        int entries = workspace.auditTotal();

        desk.putRolesOf(id, body).isCortexError(400, "BAD_REQUEST");

        assertThat(workspace.auditTotal()).isEqualTo(entries);
        desk.rolesGiven(id).has("roles/0/role", "USER");
    }

    @Test
    void letsNobodyGiveOrTakeMoreThanTheyHave() {
        desk.createRole(tag, "Edit Roles", "View Roles").hasStatus(200);
        RoleDesk editor = desk.with(TokenIssuer.token(person.userName(), tag));
        Person admin = Person.random();
        http.idOfNew(admin);
        desk.give(admin, "ADMIN").hasStatus(200);

        thenForbidden(editor.give(person, "ADMIN"));
        thenForbidden(editor.give(person, "MANAGER"));
        thenForbidden(editor.give(admin));
        thenForbidden(editor.with(TokenIssuer.token(person.userName(), "USER")).give(person, "USER"));

        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
        editor.give(admin, "ADMIN", tag, "USER").hasStatus(200);
        assertThat(desk.rolesOf(admin)).containsExactly("ADMIN", "USER", tag);
    }

    @Test
    void givesTheHolderOfATokenItsPermissions_andTakesThem() throws InterruptedException {
        RoleDesk own = desk.with(TokenIssuer.token(person.userName(), "VIEWER"));
        thenForbidden(own.roles(""));

        desk.createRole(tag, "View Roles").hasStatus(200);
        desk.give(person, tag).hasStatus(200);
        Thread.sleep(1100);
        own.roles("").hasStatus(200);

        desk.give(person).hasStatus(200);
        Thread.sleep(1100);
        thenForbidden(own.roles(""));
    }

    @Test
    void keepsTheLastAdmin() {
        desk.give(person, "ADMIN", "USER").hasStatus(200);

        thenLast(desk.give(person, "USER"));
        http.patchUser(id, DEACTIVATE).isScimError(409);
        http.delete("/Users/" + id).isScimError(409);

        assertThat(desk.rolesOf(person)).containsExactly("ADMIN", "USER");
        Person other = Person.random();
        String second = http.idOfNew(other);
        desk.give(other, "ADMIN").hasStatus(200);
        desk.give(person).hasStatus(200);
        thenLast(desk.give(other));
        http.delete("/Users/" + second).isScimError(409);
    }

    @Test
    void countsAnAdminOfTheIdentityProvider_whileItsRolesHold() {
        workspace.settings("{\"roleProvisioning\":true}");
        Person provisioned = Person.random();
        http.post("/Users", provisioned.document("\"roles\":[{\"value\":\"ADMIN\"}]"))
                .hasStatus(201);
        desk.give(person, "ADMIN").hasStatus(200);

        desk.give(person).hasStatus(200);
        desk.give(person, "ADMIN").hasStatus(200);
        workspace.settings("{\"roleProvisioning\":false}");
        thenLast(desk.give(person));
    }

    @RepeatedTest(5)
    void keepsOne_whenTheLastTwoAreTakenAwayTogether() {
        Person other = Person.random();
        String second = http.idOfNew(other);
        desk.give(person, "ADMIN").hasStatus(200);
        desk.give(other, "ADMIN").hasStatus(200);

        List<Answer> answers =
                Together.together(2, i -> i == 0 ? desk.give(person) : http.patchUser(second, DEACTIVATE));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(List.of(person, other))
                .filteredOn(one -> desk.rolesOf(one).contains("ADMIN"))
                .hasSize(1);
    }

    @Test
    void everybodyHasTheDefaultRole() {
        desk.createRole(tag, "View Roles").hasStatus(200);
        desk.defaultRole().hasStatus(200).has("role/role", "VIEWER");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");

        Answer answer = desk.putDefaultRole("{\"role\":{\"type\":\"CUSTOM\",\"tag\":\"%s\"}}".formatted(tag))
                .hasStatus(200)
                .has("role/tag", tag);

        workspace
                .lastChangeOf("defaultRole")
                .is("UPDATE", "WORKSPACE_SETTINGS")
                .isBy(answer)
                .changes("defaultRole", "VIEWER", "custom:" + tag);
        assertThat(desk.rolesOf(person)).containsExactly(tag);
        assertThat(desk.rolesGiven(id).objects("roles")).isEmpty();
        desk.with(TokenIssuer.token(person.userName())).roles("").hasStatus(200);
        desk.give(person, "USER").hasStatus(200);
        assertThat(desk.rolesOf(person)).containsExactly("USER");
        int entries = workspace.auditTotal();
        desk.makeDefault(tag).hasStatus(200);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void refusesAnUnfitDefaultRole() {
        desk.createRole(tag, "View Roles", "Edit settings").hasStatus(200);
        RoleDesk editor = desk.with(TokenIssuer.token(person.userName(), tag));

        desk.makeDefault("admin").isCortexError(400, "BAD_REQUEST");
        desk.makeDefault("no-such-role").isCortexError(400, "BAD_REQUEST");
        desk.putDefaultRole("{}").isCortexError(400, "BAD_REQUEST");
        desk.putDefaultRole("{\"role\":\"USER\",\"users\":\"all\"}").isCortexError(400, "BAD_REQUEST");
        thenForbidden(editor.makeDefault("MANAGER"));
        thenForbidden(
                editor.with(TokenIssuer.token(person.userName(), "MANAGER")).makeDefault("USER"));

        desk.defaultRole().has("role/role", "VIEWER");
        editor.makeDefault(tag).hasStatus(200);
    }

    private AuditedChange thenAudited(Answer answer) {
        AuditedChange change = workspace
                .lastChangeOf(person.userName())
                .is("UPDATE", "USER_ROLES")
                .isBy(answer)
                .changesOnly("roles");
        assertThat(change.entry().getString("objectId")).isEqualTo(id);
        return change;
    }

    private static void thenForbidden(Answer answer) {
        answer.isCortexError(403, "FORBIDDEN");
    }

    private static void thenLast(Answer answer) {
        answer.isCortexError(409, "CONFLICT");
        assertThat(answer.text("message")).contains("Give another active user the Admin role first");
    }
}
