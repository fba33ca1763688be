package org.cortexscim.roles;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.TokenIssuer;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles that admins make: what they allow, who may make them, and where they stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesAdminIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private TokenIssuer issuer;
    private String tag = "";

    @BeforeAll
    void startIssuer() throws IOException {
        issuer = new TokenIssuer();
    }

    @AfterAll
    void stopIssuer() {
        issuer.close();
    }

    @BeforeEach
    void givenNoAssignment() {
        desk.open();
        tag = newTag();
    }

    @AfterEach
    void switchOff() {
        desk.close();
    }

    @Test
    void listsTheBuiltInRolesFirst() {
        Answer list = desk.roles("?pageSize=4").hasStatus(200).has("page", 0);

        assertThat(list.objects("roles"))
                .extracting(role -> role.getString("type") + " " + role.getString("role"))
                .containsExactly("BASIC VIEWER", "BASIC USER", "BASIC MANAGER", "BASIC ADMIN");
        list.has("roles/0/name", "Viewer").has("roles/0/permissions", "[]");
        list.has("roles/2/permissions", "[\"View audit logs\"]");
        assertThat(list.text("roles/3/permissions")).contains("Edit Roles", "Configure Open ID Connector & SCIM");
        desk.role("manager").hasStatus(200).has("role", "MANAGER");
    }

    @Test
    void listsCustomRolesInPages() {
        String first = "A-" + tag;
        desk.createRole(first, "view roles").hasStatus(200);
        desk.createRole(tag).hasStatus(200);
        int total = desk.roles("").number("total");

        List<JsonObject> all = desk.roles("?pageSize=1000").objects("roles");

        assertThat(all)
                .hasSize(total)
                .extracting(role -> role.getString("tag", ""))
                .containsSubsequence(first, tag);
        assertThat(desk.roles("?pageSize=3&page=1")
                        .has("totalPages", (total + 2) / 3)
                        .objects("roles"))
                .isEqualTo(all.subList(3, Math.min(6, total)));
        assertThat(desk.roles("?page=2147483647&pageSize=1000").objects("roles"))
                .isEmpty();
        desk.roles("?pageSize=1001").isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void createsARole() {
        Answer answer = desk.postRole("""
                        {"tag":"%s","name":"Prüfer","description":"Reads.",
                         "permissions":["VIEW AUDIT LOGS","VIEW_ROLES","View Roles"]}""".formatted(tag)).hasStatus(200);

        answer.has("type", "CUSTOM").has("tag", tag).has("name", "Prüfer").has("description", "Reads.");
        answer.has("permissions", "[\"View Roles\",\"View audit logs\"]");
        assertThat(desk.role(tag.toUpperCase(Locale.ROOT)).hasStatus(200).json())
                .isEqualTo(answer.json());
        http.get("/Roles/" + tag).has("displayName", "Prüfer").has("description", "Reads.");
        thenAudited("CREATE", answer)
                .changesOnly("name", "description", "permissions")
                .changes("permissions", null, "[\"View Roles\",\"View audit logs\"]");
    }

    @Test
    void changesARole() {
        desk.createRole(tag, "View Roles").hasStatus(200);

        Answer answer = desk.putRole(
                        tag, "{\"name\":\"New\",\"description\":\"D\",\"permissions\":[\"Edit settings\"]}")
                .hasStatus(200);

        thenAudited("UPDATE", answer)
                .changesOnly("name", "description", "permissions")
                .changes("name", "Test", "New")
                .changes("permissions", "[\"View Roles\"]", "[\"Edit settings\"]");
        assertThat(desk.role(tag).json()).isEqualTo(answer.json());
        http.get("/Roles?filter=" + ScimClient.encoded("description eq \"d\" and id eq \"%s\"".formatted(tag)))
                .has("totalResults", 1);
        int entries = workspace.auditTotal();
        desk.putRole(tag, answer.body()).hasStatus(200);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
        desk.putRole(tag, "{\"name\":\"New\",\"permissions\":[]}").hasStatus(200);
        assertThat(desk.role(tag).json().isNull("description")).isTrue();
    }

    @Test
    void deletesARole() {
        desk.createRole(tag, "View Roles").hasStatus(200);

        Answer answer = desk.deleteRole(tag).hasStatus(204);

        thenAudited("DELETE", answer).changes("permissions", "[\"View Roles\"]", null);
        desk.role(tag).isCortexError(404, "NOT_FOUND");
        desk.deleteRole(tag).isCortexError(404, "NOT_FOUND");
        desk.changeRole(tag).isCortexError(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"N\",\"permissions\":[]}",
                "{\"tag\":\"with space\",\"name\":\"N\",\"permissions\":[]}",
                "{\"tag\":\"Admin\",\"name\":\"N\",\"permissions\":[]}",
                "{\"tag\":7,\"name\":\"N\",\"permissions\":[]}",
                "{\"tag\":\"t\",\"permissions\":[]}",
                "{\"tag\":\"t\",\"name\":\" \",\"permissions\":[]}",
                "{\"tag\":\"t\",\"name\":\"N\"}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":\"View Roles\"}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":[null]}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":[\"Fly\"]}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":[],\"description\":1}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":[],\"colour\":\"red\"}",
                "{\"tag\":\"t\",\"name\":\"N\",\"permissions\":[],\"type\":\"BASIC\"}",
                "[]"
            })
    void refusesABodyThatIsNoRole(String body) {
        int entries = workspace.auditTotal();

        desk.postRole(body).isCortexError(400, "BAD_REQUEST");

        assertThat(workspace.auditTotal()).isEqualTo(entries);
        desk.role("t").hasStatus(404);
    }

    @Test
    void namesTheChoices_forAnUnknownPermission() {
        Answer answer = desk.createRole(tag, "Fly").isCortexError(400, "BAD_REQUEST");

        assertThat(answer.text("message")).contains("'Fly'", "Edit Roles, View Roles");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        String name = "{\"tag\":\"%s\",\"permissions\":[],\"name\":\"%s\",\"description\":\"%s\"}";

        desk.postRole(name.formatted(tag, "x".repeat(201), "")).isCortexError(400, "BAD_REQUEST");
        desk.postRole(name.formatted(tag, "x", "x".repeat(1001))).isCortexError(400, "BAD_REQUEST");
        desk.postRole(name.formatted(tag, "İ".repeat(200), "İ".repeat(1000))).hasStatus(200);
    }

    @Test
    void refusesATagThatIsTaken_andAnotherTag() {
        desk.createRole(tag).hasStatus(200);

        desk.createRole(tag.toUpperCase(Locale.ROOT)).isCortexError(409, "CONFLICT");
        desk.putRole(tag, "{\"tag\":\"other\",\"name\":\"N\",\"permissions\":[]}")
                .isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void leavesBuiltInRolesAsTheyAre() {
        desk.changeRole("manager", "View Roles").isCortexError(403, "FORBIDDEN");
        desk.deleteRole("VIEWER").isCortexError(403, "FORBIDDEN");
    }

    @Test
    void needsItsPermissions() {
        desk.createRole(tag, "View Roles").hasStatus(200);
        RoleDesk viewer = desk.with(token(tag));

        viewer.roles("").hasStatus(200);
        thenLacks(viewer.createRole(newTag()), "Edit Roles");
        thenLacks(viewer.changeRole(tag), "Edit Roles");
        thenLacks(viewer.deleteRole(tag), "Edit Roles");
        thenLacks(desk.with(token("MANAGER")).roles(""), "View Roles");
    }

    @Test
    void givesNobodyMoreThanTheyHave() {
        desk.createRole(tag, "Edit Roles", "View Roles").hasStatus(200);
        String strong = newTag();
        desk.createRole(strong, "View audit logs").hasStatus(200);
        RoleDesk editor = desk.with(token(tag));
        int entries = workspace.auditTotal();

        thenLacks(editor.createRole(newTag(), "View Roles", "Edit settings"), "Edit settings");
        thenLacks(editor.changeRole(tag, "Edit Roles", "View Roles", "View audit logs"), "View audit logs");
        thenLacks(editor.changeRole(strong, "View Roles"), "View audit logs");
        thenLacks(editor.deleteRole(strong), "View audit logs");

        assertThat(workspace.auditTotal()).isEqualTo(entries);
        String weak = newTag();
        editor.createRole(weak, "View Roles").hasStatus(200);
        editor.changeRole(weak, "Edit Roles").hasStatus(200);
        editor.deleteRole(weak).hasStatus(204);
        assertThat(workspace.lastChangeOf(weak).is("DELETE", "ROLE").entry().getString("actorType"))
                .isEqualTo("OAUTH2");
    }

    @Test
    void mapsNobodyToMoreThanTheMapperHas() {
        desk.createRole(tag, "Edit Roles").hasStatus(200);
        RoleDesk editor = desk.with(token(tag));
        String group = Groups.of(http).idOfNew();
        String mapping = desk.map("value-" + tag, "ADMIN").text("id");
        String ofGroup = desk.mapGroup(group, "MANAGER").text("id");

        thenLacks(editor.map("other-" + tag, "ADMIN"), "View audit logs");
        thenLacks(editor.mapGroup(group, "ADMIN"), "View audit logs");
        thenLacks(editor.unmap(mapping), "View audit logs");
        thenLacks(editor.unmapGroup(ofGroup), "View audit logs");
        editor.map("other-" + tag, tag).hasStatus(200);
    }

    @Test
    void takesEffectWithinASecond() throws InterruptedException {
        desk.createRole(tag, "View Roles").hasStatus(200);
        RoleDesk viewer = desk.with(token(tag));
        viewer.roles("").hasStatus(200);

        desk.changeRole(tag, "View audit logs").hasStatus(200);
        Thread.sleep(1100);

        thenLacks(viewer.roles(""), "View Roles");
    }

    @Test
    void keepsARoleThatIsAssigned() {
        desk.createRole(tag).hasStatus(200);
        Person person = Person.random();
        http.idOfNew(person);

        desk.give(person, tag).hasStatus(200);
        thenInUse("users (1)");
        desk.give(person).hasStatus(200);

        String mapping = desk.map("value-" + tag, tag).text("id");
        thenInUse("role mappings (1)");
        desk.unmap(mapping).hasStatus(204);

        String ofGroup = desk.mapGroup(Groups.of(http).idOfNew(), tag).text("id");
        thenInUse("group role mappings (1)");
        desk.unmapGroup(ofGroup).hasStatus(204);

        desk.makeDefault(tag).hasStatus(200);
        thenInUse("the default role");
        desk.makeDefault("VIEWER").hasStatus(200);

        http.post("/Users", Person.random().document("\"roles\":[{\"value\":\"%s\"}]".formatted(tag)))
                .hasStatus(201);
        thenInUse("users by the identity provider (1)");
        workspace.settings("{\"roleProvisioning\":false}");

        desk.deleteRole(tag).hasStatus(204);
    }

    private void thenInUse(String where) {
        Answer answer = desk.deleteRole(tag).isCortexError(409, "CONFLICT");
        assertThat(answer.text("message")).contains(where);
        desk.role(tag).hasStatus(200);
    }

    private AuditedChange thenAudited(String action, Answer answer) {
        return workspace.lastChangeOf(tag).is(action, "ROLE").isBy(answer);
    }

    private static void thenLacks(Answer answer, String permission) {
        answer.isCortexError(403, "FORBIDDEN");
        assertThat(answer.text("message")).contains("'" + permission + "'");
    }

    private static String token(String role) {
        return TokenIssuer.token("stranger@example.com", role);
    }

    private static String newTag() {
        return "Role-" + UUID.randomUUID();
    }
}
