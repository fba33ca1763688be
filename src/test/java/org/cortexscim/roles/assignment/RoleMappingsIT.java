package org.cortexscim.roles.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the identity provider and groups stand for roles, and an admin sees who holds which. */
class RoleMappingsIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();
    private final Person person = Person.random();
    private final String value = "Value " + UUID.randomUUID();

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        desk.open();
    }

    @AfterEach
    void switchOff() {
        desk.close();
    }

    @Test
    void mapsAValue() {
        Answer answer = desk.postMapping(
                        "{\"idpValue\":\"%s\",\"role\":{\"type\":\"BASIC\",\"role\":\"MANAGER\"}}".formatted(value))
                .hasStatus(200)
                .has("idpValue", value)
                .has("role/type", "BASIC")
                .has("role/role", "MANAGER");

        assertThat(desk.mappings().hasStatus(200).objects("roleMappings")).containsExactly(answer.json());
        assertAudited("CREATE", "ROLE_MAPPING", value, answer).changes("role", null, "MANAGER");
    }

    @Test
    void answersTheMappingThatIsThere() {
        Answer first = desk.map(value, "MANAGER").hasStatus(200);
        int entries = workspace.auditTotal();

        Answer again =
                desk.map(value.toUpperCase(java.util.Locale.ROOT), "manager").hasStatus(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void refusesAnotherRoleForTheSameValue() {
        desk.map(value, "MANAGER").hasStatus(200);

        desk.map(value, "USER").isCortexError(409, "CONFLICT");

        desk.mappings().has("roleMappings/0/role/role", "MANAGER").lacks("roleMappings/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"idpValue\":\"x\",\"role\":\"NOSUCH\"}",
                "{\"idpValue\":\"x\",\"role\":{\"type\":\"BASIC\",\"role\":\"NOSUCH\"}}",
                "{\"idpValue\":\"x\",\"role\":{\"type\":\"CUSTOM\",\"tag\":\"ADMIN\"}}",
                "{\"idpValue\":\"x\",\"role\":{\"type\":\"CUSTOM\"}}",
                "{\"idpValue\":\"x\",\"role\":{\"role\":\"ADMIN\"}}",
                "{\"idpValue\":\"x\",\"role\":7}",
                "{\"idpValue\":\"x\"}",
                "{\"idpValue\":\"  \",\"role\":\"ADMIN\"}",
                "{\"idpValue\":7,\"role\":\"ADMIN\"}",
                "{\"role\":\"ADMIN\"}",
                "{}",
                "[]",
                "nonsense"
            })
    void refusesAMalformedMapping(String body) {
        desk.postMapping(body).isCortexError(400, "BAD_REQUEST");

        assertThat(desk.mappings().objects("roleMappings")).isEmpty();
    }

    @Test
    void refusesAValueThatNoUserCanHave() {
        desk.map("v".repeat(501), "ADMIN").isCortexError(400, "BAD_REQUEST");
        desk.map("v".repeat(500), "ADMIN").hasStatus(200);
    }

    @Test
    void listsInTheOrderOfValues() {
        desk.map("b" + value, "USER");
        desk.map("C" + value, "USER");
        desk.map("a" + value, "USER");

        assertThat(desk.mappings().objects("roleMappings"))
                .extracting(one -> one.getString("idpValue").substring(0, 1))
                .containsExactly("a", "b", "C");
    }

    @Test
    void deletesAMapping() {
        Answer mapping = desk.map(value, "MANAGER");

        Answer answer = desk.unmap(mapping.text("id")).hasStatus(204);

        assertThat(desk.mappings().objects("roleMappings")).isEmpty();
        AuditedChange change = workspace.lastChangeOf(value).isBy(answer).changes("role", "MANAGER", null);
        assertThat(change.entry().getString("action")).isEqualTo("DELETE");
        assertThat(change.entry().getString("objectId")).isEqualTo(mapping.text("id"));
        desk.unmap(mapping.text("id")).isCortexError(404, "NOT_FOUND");
    }

    /** Nothing is copied: whoever has the value has the role from that moment, and no longer than the mapping lasts. */
    @Test
    void holdsAtOnce_forWhoHasTheValueAlready() {
        workspace.settings("{\"roleProvisioning\":false}");
        givenUser(value);
        workspace.settings("{\"roleProvisioning\":true}");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");

        Answer mapping = desk.map(value.toUpperCase(java.util.Locale.ROOT), "MANAGER");
        assertThat(desk.rolesOf(person)).containsExactly("MANAGER");

        desk.unmap(mapping.text("id"));
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    @Test
    void comesBeforeTheRoleOfThatId() {
        givenUser("USER");

        desk.map("user", "VIEWER").hasStatus(200);

        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    @Test
    void givesAGroupsMembersARole_besidesTheirOwn() {
        String id = givenUser("USER");
        String group = givenGroup(id);

        Answer answer = desk.mapGroup(group, "VIEWER").hasStatus(200).has("groupId", group);

        assertThat(desk.rolesOf(person)).containsExactly("USER", "VIEWER");
        assertThat(desk.groupMappings().objects("groupRoleMappings")).containsExactly(answer.json());
        assertAudited("CREATE", "GROUP_ROLE_MAPPING", value, answer).changes("role", null, "VIEWER");
        http.user(id).has("roles/0/value", "USER").lacks("roles/1");

        Answer again = desk.mapGroup(group, "VIEWER").hasStatus(200);
        assertThat(again.json()).isEqualTo(answer.json());
        desk.mapGroup(group, "MANAGER").hasStatus(200);
        assertThat(desk.rolesOf(person)).containsExactly("MANAGER", "USER", "VIEWER");
    }

    @Test
    void takesAGroupsRoleAway() {
        String group = givenGroup(givenUser("USER"));
        Answer mapping = desk.mapGroup(group, "VIEWER");

        Answer answer = desk.unmapGroup(mapping.text("id")).hasStatus(204);

        assertThat(desk.rolesOf(person)).containsExactly("USER");
        AuditedChange change = workspace.lastChangeOf(value).isBy(answer).changes("role", "VIEWER", null);
        assertThat(change.entry().getString("action")).isEqualTo("DELETE");
        desk.unmapGroup(mapping.text("id")).isCortexError(404, "NOT_FOUND");
    }

    @Test
    void endsWithTheGroup() {
        String group = givenGroup(givenUser("USER"));
        Answer mapping = desk.mapGroup(group, "VIEWER");

        http.delete("/Groups/" + group).hasStatus(204);

        assertThat(desk.rolesOf(person)).containsExactly("USER");
        assertThat(desk.groupMappings().objects("groupRoleMappings")).isEmpty();
        List<JsonObject> entries = workspace.audit(value);
        assertThat(entries)
                .extracting(entry -> entry.getString("objectType") + " " + entry.getString("action"))
                .startsWith("GROUP DELETE", "GROUP_ROLE_MAPPING DELETE");
        assertThat(entries.get(1).getString("objectId")).isEqualTo(mapping.text("id"));
    }

    @Test
    void listsAndDeletesMappingsOfItsOwnKindOnly() {
        String group = givenGroup(givenUser("USER"));
        Answer ofGroup = desk.mapGroup(group, "MANAGER").hasStatus(200);
        Answer ofValue = desk.map(group, "MANAGER").hasStatus(200);

        desk.unmap(ofGroup.text("id")).isCortexError(404, "NOT_FOUND");
        desk.unmapGroup(ofValue.text("id")).isCortexError(404, "NOT_FOUND");

        assertThat(desk.mappings().objects("roleMappings")).containsExactly(ofValue.json());
        assertThat(desk.groupMappings().objects("groupRoleMappings")).containsExactly(ofGroup.json());
    }

    @Test
    void refusesAnUnknownGroup_orRole() {
        desk.mapGroup("nosuch", "VIEWER").isCortexError(400, "BAD_REQUEST");
        desk.postGroupMapping("{\"role\":\"VIEWER\"}").isCortexError(400, "BAD_REQUEST");
        String group = givenGroup(givenUser("USER"));
        desk.mapGroup(group, "NOSUCH").isCortexError(400, "BAD_REQUEST");
        assertThat(desk.groupMappings().objects("groupRoleMappings")).isEmpty();
    }

    @Test
    void reviewsEverybody_pageByPage() {
        String id = givenUser("USER");
        Person second = Person.random();
        http.create(second);
        String both = ScimClient.encoded(person.userNameInCapitals() + ", " + second.userName());

        Answer review = desk.review("?email=" + both)
                .hasStatus(200)
                .has("page", 0)
                .has("total", 2)
                .has("totalPages", 1)
                .has("users/0/email", person.userName())
                .has("users/0/name", person.givenName() + " " + person.familyName())
                .has("users/0/roles/0/type", "BASIC")
                .has("users/0/roles/0/role", "USER")
                .has("users/1/email", second.userName());
        review.has("users/1/roles/0/role", "VIEWER").lacks("users/1/roles/1");
        Answer page = desk.review("?pageSize=1&page=1&email=" + both)
                .has("page", 1)
                .has("total", 2)
                .has("totalPages", 2)
                .has("users/0/email", second.userName())
                .lacks("users/1");
        assertThat(page.objects("users").get(0))
                .isEqualTo(review.objects("users").get(1));

        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        assertThat(desk.rolesOf(person)).isEmpty();
        assertThat(desk.review("").number("total")).isEqualTo(http.total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=-1", "?pageSize=0", "?pageSize=1001", "?page=x", "?page=99999999999"})
    void refusesAMalformedPage(String query) {
        desk.review(query).isCortexError(400, "BAD_REQUEST");
    }

    private String givenUser(String role) {
        return http.post("/Users", person.document("\"roles\":[{\"value\":\"%s\"}]".formatted(role)))
                .hasStatus(201)
                .text("id");
    }

    private String givenGroup(String memberId) {
        return http.post(
                        "/Groups",
                        "{\"displayName\":\"%s\",\"members\":[{\"value\":\"%s\"}]}".formatted(value, memberId))
                .hasStatus(201)
                .text("id");
    }

    private AuditedChange assertAudited(String action, String objectType, String identifier, Answer answer) {
        AuditedChange change = workspace.lastChangeOf(identifier).isBy(answer);
        assertThat(change.entry().getString("action")).isEqualTo(action);
        assertThat(change.entry().getString("objectType")).isEqualTo(objectType);
        assertThat(change.entry().getString("objectId")).isEqualTo(answer.text("id"));
        return change;
    }
}
