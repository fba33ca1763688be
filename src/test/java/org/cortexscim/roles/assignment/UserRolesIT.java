package org.cortexscim.roles.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code roles} of users while role provisioning is on, as Okta and Entra send them. */
class UserRolesIT {
    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private final Person person = Person.random();

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        desk.open();
    }

    @AfterEach
    void switchOff() {
        desk.close();
    }

    @Test
    void createsWithRoles_asOktaSends() {
        Answer answer = http.post("/Users", person.document("\"roles\":[{\"value\":\"USER\",\"display\":\"User\"}]"))
                .hasStatus(201)
                .has("roles/0/value", "USER")
                .has("roles/0/display", "User");

        assertThat(desk.rolesOf(person)).containsExactly("USER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), answer.text("id"))
                .isBy(answer)
                .changes("roles", null, "[{\"value\":\"USER\",\"display\":\"User\"}]");
    }

    @Test
    void replacesRolesByPut_thoughOnlyNamesCanBeUpdated() {
        String id = given("USER");

        Answer answer = http.put(
                        "/Users/" + id,
                        person.document(
                                "\"title\":\"Boss\",\"roles\":[{\"value\":\"viewer\"},{\"value\":\"MANAGER\"}]"))
                .hasStatus(200)
                .has("roles/0/value", "viewer")
                .has("roles/1/value", "MANAGER")
                .lacks("roles/2")
                .lacks("title");

        assertThat(desk.rolesOf(person)).containsExactly("MANAGER", "VIEWER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changes("roles", "[{\"value\":\"USER\"}]", "[{\"value\":\"viewer\"},{\"value\":\"MANAGER\"}]")
                .changesOnly("roles")
                .ignores("title");
    }

    @Test
    void keepsRoles_whenAPutIsSilentAboutThem() {
        String id = given("USER");

        http.put("/Users/" + id, person.document()).hasStatus(200).has("roles/0/value", "USER");
        http.put("/Users/" + id, person.document("\"nickName\":\"N\"")).has("roles/0/value", "USER");

        workspace.lastChangeOf(person.userName()).ignores("nickName").changesOnly();
        assertThat(desk.rolesOf(person)).containsExactly("USER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"roles\":[]", "\"roles\":null", "\"ROLES\":[]"})
    void clearsRoles_whenAPutNamesNone(String none) {
        String id = given("USER");

        Answer answer =
                http.put("/Users/" + id, person.document(none)).hasStatus(200).lacks("roles");

        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changes("roles", "[{\"value\":\"USER\"}]", null)
                .changesOnly("roles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"remove\",\"path\":\"roles\"}",
                "{\"op\":\"Remove\",\"path\":\"roles[value eq \\\"user\\\"]\"}",
                "{\"op\":\"remove\",\"path\":\"roles\",\"value\":[{\"value\":\"USER\"}]}",
                "{\"op\":\"replace\",\"path\":\"roles\",\"value\":[]}",
                "{\"op\":\"replace\",\"value\":{\"roles\":[]}}"
            })
    void clearsRolesByPatch(String operation) {
        String id = given("USER");

        Answer answer = http.patchUser(id, operation).hasStatus(200).lacks("roles");

        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changesOnly("roles");
    }

    @Test
    void takesWhatItAnswered_asOktaEchoesIt() {
        String id = given("USER");
        int entries = workspace.auditTotal();

        http.put("/Users/" + id, http.user(id).body()).hasStatus(200).has("roles/0/value", "USER");

        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    /** Entra's SingleAppRoleAssignment. */
    @Test
    void patchesThePrimaryRole_asEntraSends() {
        String id = http.idOfNew(person);

        Answer answer = http.patch("/Users/" + id, PATCH.formatted("""
                        {"op":"Add","path":"roles[primary eq \\"True\\"].display","value":"User"},
                        {"op":"Add","path":"roles[primary eq \\"True\\"].value","value":"USER"},
                        {"op":"Add","path":"roles[primary eq \\"True\\"].type","value":"WindowsAzureActiveDirectoryRole"}"""))
                .hasStatus(200)
                .has("roles/0/value", "USER")
                .has("roles/0/primary", true)
                .has("roles/0/type", "WindowsAzureActiveDirectoryRole")
                .lacks("roles/1");
        assertThat(desk.rolesOf(person)).containsExactly("USER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changesOnly("roles");

        http.patchUser(
                        id,
                        "{\"op\":\"Replace\",\"path\":\"roles[primary eq \\\"True\\\"].value\",\"value\":\"VIEWER\"}")
                .hasStatus(200)
                .has("roles/0/value", "VIEWER")
                .lacks("roles/1");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    /** Entra's AppRoleAssignmentsComplex; it adds the same role again and again. */
    @Test
    void addsRolesPackedInText_asEntraSends() {
        String id = http.idOfNew(person);
        desk.map("25", "MANAGER").hasStatus(200);
        String add = "{\"op\":\"Add\",\"path\":\"roles\",\"value\":[{\"value\":"
                + "\"{\\\"id\\\":\\\"06b0\\\",\\\"value\\\":\\\"25\\\",\\\"displayName\\\":\\\"Role1234\\\"}\"}]}";

        Answer answer = http.patchUser(id, add)
                .hasStatus(200)
                .has("roles/0/value", "25")
                .has("roles/0/display", "Role1234");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changes("roles", null, "[{\"value\":\"25\",\"display\":\"Role1234\"}]");
        http.patchUser(id, add).hasStatus(200).lacks("roles/1");
        http.patchUser(id, add.replace("25", "USER").replace("Role1234", "User"))
                .hasStatus(200)
                .has("roles/1/value", "USER");

        assertThat(desk.rolesOf(person)).containsExactly("MANAGER", "USER");
    }

    /** The same without a list around it. */
    @Test
    void addsOneRolePackedInText() {
        String id = http.idOfNew(person);

        http.patchUser(id, "{\"op\":\"Add\",\"path\":\"roles\",\"value\":{\"value\":\"{\\\"value\\\":\\\"USER\\\"}\"}}")
                .hasStatus(200)
                .has("roles/0/value", "USER");
    }

    /** Entra's AssertiveAppRoleAssignmentsComplex, which also takes roles away. */
    @Test
    void replacesTheList_asEntraSends() {
        String id = given("MANAGER");

        Answer answer = http.patchUser(id, """
                        {"op":"replace","path":"roles","value":[{"primary":false,"type":"WindowsAzureActiveDirectoryRole",
                         "display":"User","value":"User"}]}""")
                .hasStatus(200)
                .has("roles/0/value", "User")
                .lacks("roles/1");

        assertThat(desk.rolesOf(person)).containsExactly("USER");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changesOnly("roles");
    }

    @Test
    void refusesAnUnknownRole_andChangesNothing() {
        String id = given("USER");
        int entries = workspace.auditTotal();

        http.put("/Users/" + id, person.document("\"roles\":[{\"value\":\"USER\"},{\"value\":\"Nonesuch\"}]"))
                .isScimError(400, "invalidValue")
                .saying("'Nonesuch'")
                .saying("/Roles");
        http.patchUser(id, "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"Nonesuch\"}]}")
                .isScimError(400, "invalidValue");
        Person other = Person.random();
        http.post("/Users", other.document("\"roles\":[{\"value\":\"Nonesuch\"}]"))
                .isScimError(400, "invalidValue")
                .saying("'Nonesuch'");

        http.user(id).has("roles/0/value", "USER").lacks("roles/1");
        http.find(other.userName()).has("totalResults", 0);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void letsAnOldValueBe_thatStandsForNothing() {
        workspace.settings("{\"roleProvisioning\":false}");
        String id = http.post("/Users", person.document("\"roles\":[{\"value\":\"Legacy\"}]"))
                .text("id");
        workspace.settings("{\"roleProvisioning\":true}");

        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200)
                .has("roles/0/value", "Legacy");
        http.patchUser(id, "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"USER\"}]}")
                .hasStatus(200)
                .has("roles/1/value", "USER");
        assertThat(desk.rolesOf(person)).containsExactly("USER");
        http.put("/Users/" + id, person.document("\"roles\":[{\"value\":\"LEGACY\"}]"))
                .hasStatus(200);
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    @Test
    void keepsRoles_whenAPostRestoresTheUser() {
        String id = given("USER");
        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        assertThat(desk.rolesOf(person)).isEmpty();
        workspace.settings("{\"restoreOnCreate\":true}");

        http.post("/Users", person.document()).hasStatus(201).has("id", id).has("roles/0/value", "USER");

        assertThat(desk.rolesOf(person)).containsExactly("USER");
    }

    @Test
    void areData_whileOff() {
        String id = given("USER");
        workspace.settings("{\"roleProvisioning\":false}");

        http.put("/Users/" + id, person.document("\"roles\":[{\"value\":\"Nonesuch\"}]"))
                .hasStatus(200)
                .has("roles/0/value", "USER");
        workspace.lastChangeOf(person.userName()).ignores("roles");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
        http.post("/Users", Person.random().document("\"roles\":[{\"value\":\"Nonesuch\"}]"))
                .hasStatus(201);
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        http.put("/Users/" + id, person.document()).hasStatus(200).lacks("roles");
    }

    private String given(String role) {
        return http.post("/Users", person.document("\"roles\":[{\"value\":\"%s\"}]".formatted(role)))
                .hasStatus(201)
                .text("id");
    }
}
