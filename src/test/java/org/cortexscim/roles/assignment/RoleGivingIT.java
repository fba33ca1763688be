package org.cortexscim.roles.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that may configure SCIM, and nothing else, makes nobody an Admin, by whatever way. */
class RoleGivingIT {
    private static final String SCIM = "Configure Open ID Connector & SCIM";
    private static final String NEEDS = "Edit Roles";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private final KeyDesk keys = KeyDesk.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final Person person = Person.random();
    private final String tag = "giver-" + UUID.randomUUID();
    private String cid;
    private String secret;
    private ScimClient scim;

    @BeforeEach
    void givenAKeyForScimAlone() {
        desk.open();
        desk.createRole(tag, SCIM).hasStatus(200);
        Answer key = keys.create(
                        "{\"name\":\"%s\",\"roles\":[{\"type\":\"CUSTOM\",\"tag\":\"%s\"}]}".formatted(tag, tag))
                .hasStatus(200);
        cid = key.text("cid");
        secret = key.text("apiKey");
        scim = http.with("Authorization", "Bearer " + secret);
    }

    @AfterEach
    void tidyUp() {
        desk.close();
        keys.delete(cid);
        desk.deleteRole(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "admin", "MANAGER"})
    void createsNobody_withARoleAboveItsOwn(String role) {
        int entries = workspace.auditTotal();

        refused(scim.post("/Users", person.document(roles(role))));

        http.find(person.userName()).has("totalResults", 0);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void givesRolesOfItsOwnPermissions() {
        String id = scim.post("/Users", person.document(roles("USER")))
                .hasStatus(201)
                .text("id");

        scim.put("/Users/" + id, person.document(roles(tag))).hasStatus(200);

        assertThat(desk.rolesOf(person)).containsExactly(tag);
    }

    @Test
    void changesNobody_toARoleAboveItsOwn() {
        String id = scim.post("/Users", person.document(roles("USER")))
                .hasStatus(201)
                .text("id");

        refused(scim.put("/Users/" + id, person.document(roles("ADMIN"))));
        refused(scim.patchUser(id, "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"ADMIN\"}]}"));
        refused(scim.patchUser(
                id, "{\"op\":\"replace\",\"path\":\"roles[value eq \\\"USER\\\"].value\",\"value\":\"ADMIN\"}"));

        assertThat(desk.rolesOf(person)).containsExactly("USER");
    }

    @Test
    void followsMappings() {
        String value = "Value " + UUID.randomUUID();
        desk.map(value, "ADMIN").hasStatus(200);

        refused(scim.post("/Users", person.document(roles(value))));
    }

    @Test
    void addsNobody_toAGroupThatGivesMore() {
        String id = http.idOfNew(person);
        String group = groups.idOfNew();
        String above = groups.idOfNew(group);
        desk.mapGroup(above, "ADMIN").hasStatus(200);
        Groups limited = Groups.of(scim);

        refused(limited.add(group, id));
        refused(limited.replace(group, Groups.randomName(), List.of(id)));
        refused(limited.add(above, id));
        String other = limited.idOfNew(id);
        refused(limited.add(group, other));

        assertThat(groups.members(group)).isEmpty();
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
        // Another Admin, or nobody could take the role away again.
        http.post("/Users", Person.random().document(roles("ADMIN"))).hasStatus(201);
        limited.rename(above, Groups.randomName()).hasStatus(200);
        groups.add(group, id).hasStatus(204);
        limited.remove(group, id).hasStatus(204);
    }

    @Test
    void refusesWithinABulkRequest() {
        Answer answer = scim.post("/Bulk", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                {"method":"POST","path":"/Users","bulkId":"a","data":%s}]}""".formatted(person.document(roles("ADMIN"))));

        answer.hasStatus(200).has("Operations/0/status", "403");
        http.find(person.userName()).has("totalResults", 0);
    }

    @Test
    void doesNotSwitchRoleProvisioning() {
        ScimClient admin = workspace.http().with("Authorization", "Bearer " + secret);

        admin.put("//api/v1/scim/settings", "{\"strict\":true,\"roleProvisioning\":false}")
                .isCortexError(403, "FORBIDDEN");
        Answer settings = admin.get("//api/v1/scim/settings")
                .has("roleProvisioning", true)
                .has("strict", false);
        admin.put("//api/v1/scim/settings", settings.body()).hasStatus(200);
        workspace.settings("{\"roleProvisioning\":false}");
        admin.put("//api/v1/scim/settings", "{\"roleProvisioning\":true}").isCortexError(403, "FORBIDDEN");
        admin.get("//api/v1/scim/settings").has("roleProvisioning", false);
    }

    @Test
    void keepsWhatAnotherCallerGave() {
        String id = http.post("/Users", person.document(roles("ADMIN")))
                .hasStatus(201)
                .text("id");
        http.post("/Users", Person.random().document(roles("ADMIN"))).hasStatus(201);

        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"name.familyName\":\"Other\"}}")
                .hasStatus(200);
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        scim.put("/Users/" + id, person.document("\"active\":true," + roles("admin")))
                .hasStatus(200)
                .has("active", true);
        scim.put("/Users/" + id, person.document("\"roles\":[]")).hasStatus(200).lacks("roles");
    }

    private static void refused(Answer answer) {
        answer.isScimError(403).saying(NEEDS);
    }

    private static String roles(String role) {
        return "\"roles\":[{\"value\":\"%s\"}]".formatted(role);
    }
}
