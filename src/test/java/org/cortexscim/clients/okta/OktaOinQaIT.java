package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Okta's test plan for submissions to the OIN: the cases in which the service has a part, as an {@link OinApp} sends
 * them. Cases where Okta sends nothing (suspend, leave a group, deactivate a push) are left out.
 *
 * <p>Settings: {@code reactivationByPatch}, since such an app has no PUT. Cases that edit more than names say so.
 */
@ExtendWith(FreshWorkspace.class)
class OktaOinQaIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final OinApp okta = new OinApp(http);
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private final String group = "QA-" + UUID.randomUUID();

    @BeforeEach
    void givenAnOinApp() {
        workspace.settings("{\"reactivationByPatch\":true}");
    }

    @Test
    @DisplayName("C9306 enable provisioning")
    void answersTheProbe() {
        okta.testCredentials().hasStatus(200).hasSchema("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    }

    @Test
    @DisplayName("C9340 wrong URL or token")
    void failsTheProbe_withWrongCredentials() {
        new OinApp(http.with("Authorization", "Bearer wrong")).testCredentials().isScimError(401);
        new OinApp(http.with("Authorization", "wrong")).testCredentials().isScimError(401);
        http.get("/Wrong/Users?startIndex=1&count=2").isScimError(404);
    }

    @Test
    @DisplayName("C9290, C9307 assign a user; assign a group of users")
    void createsEveryAssignedUser() {
        for (Person member : List.of(person, Person.random(), Person.random())) {
            Answer created = okta.assign(member).has("userName", member.userName());
            workspace
                    .lastChangeOf(member.userName())
                    .isUser("CREATE", "CREATED", member.userName(), created.text("id"))
                    .isBy(created);
        }
    }

    @Test
    @DisplayName("C9334 a user with all attributes filled")
    void createsAUserWithEverything() {
        JsonObject all = everything();

        Answer created = okta.assign(person, text(all));

        all.forEach(
                (name, value) -> assertThat(created.json().get(name)).as(name).isEqualTo(value));
        assertThat(http.user(created.text("id")).json()).isEqualTo(created.json());
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .ignores();
    }

    @Test
    @DisplayName("C9335 a user that already exists in the app")
    void linksTheUserThatIsThere() {
        String id = http.idOfNew(new Person("Old", "Name", person.userName()));

        Answer linked = okta.assign(person).has("id", id).has("name/givenName", person.givenName());

        http.find(person.userName()).has("totalResults", 1);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(linked)
                .changesOnly("name.givenName", "name.familyName");
    }

    @Test
    @DisplayName("C9336 a user whose userName and email differ")
    void tellsUserNameAndEmailApart() {
        Person email = Person.random();

        String id = http.post(
                        "/Users",
                        person.document()
                                .replace("\"value\":\"" + person.userName(), "\"value\":\"" + email.userName()))
                .hasStatus(201)
                .has("userName", person.userName())
                .has("emails/0/value", email.userName())
                .text("id");

        okta.find("/Users", "userName", email.userName()).has("totalResults", 0);
        okta.assign(person).has("id", id).has("emails/0/value", email.userName());
        assertThat(okta.assign(email).text("id")).isNotEqualTo(id);
    }

    @Test
    @DisplayName("C9291, C9310 edit attributes: names")
    void followsTheNames() {
        String id = okta.assign(person, "\"title\":\"Clerk\"").text("id");

        Answer updated = okta.push(id, "\"name\":{\"familyName\":\"Married\"},\"title\":\"Boss\"");

        updated.hasStatus(200).has("name/familyName", "Married").has("title", "Clerk");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changesOnly("name.familyName", "displayName")
                .ignores("title");
    }

    @Test
    @DisplayName("C9291, C9309, C9310 edit attributes: all of them, with attributeUpdates")
    void followsEveryAttribute() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        String id = okta.assign(person).text("id");
        JsonObject all = everything();

        Answer updated = okta.push(id, text(all)).hasStatus(200);

        all.forEach(
                (name, value) -> assertThat(updated.json().get(name)).as(name).isEqualTo(value));
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .ignores();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    @DisplayName("C9337 push empty values")
    void clearsWhatIsPushedEmpty(String nothing) {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        JsonObject all = everything();
        String id = okta.assign(person, text(all)).text("id");
        List<String> simple = all.keySet().stream()
                .filter(name -> !name.equals("name") && !name.equals(ENTERPRISE))
                .toList();
        List<String> parts = List.copyOf(all.getJsonObject(ENTERPRISE).keySet());

        Answer cleared = okta.push(
                        id, "%s,\"%s\":{%s}".formatted(emptied(simple, nothing), ENTERPRISE, emptied(parts, nothing)))
                .hasStatus(200);

        assertThat(cleared.json())
                .doesNotContainKeys(simple.toArray(String[]::new))
                .doesNotContainKey(ENTERPRISE);
        cleared.has("userName", person.userName()).has("emails/0/value").has("name/middleName", "May");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(cleared)
                .ignores();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    @DisplayName("C9337 push empty values, where only names can be updated")
    void keepsWhatIsPushedEmpty_underTheDefaultSettings(String nothing) {
        String id = okta.assign(person, "\"title\":\"Clerk\"").text("id");

        okta.push(id, "\"title\":%s,\"emails\":[],\"name\":{\"givenName\":%s}".formatted(nothing, nothing))
                .isScimError(400, "mutability");
        okta.push(id, "\"title\":%1$s,\"name\":{\"givenName\":%1$s}".formatted(nothing))
                .hasStatus(200)
                .has("title", "Clerk")
                .lacks("name/givenName");

        workspace.lastChangeOf(person.userName()).ignores("title");
    }

    /** A list whose one element has an empty value is an empty list. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    @DisplayName("C9337 push empty values: elements without a value")
    void takesAnElementWithoutValue_forNone(String nothing) {
        String list = "\"%s\":[{\"value\":%s,\"type\":\"work\",\"primary\":true}]";
        String empty = list.formatted("emails", nothing) + "," + list.formatted("phoneNumbers", nothing);

        Answer created = okta.assign(person, empty).has("emails/0/value", person.userName());
        String id = created.lacks("emails/1").lacks("phoneNumbers").text("id");
        Answer again = http.put("/Users/" + id, """
                        {"userName":"%s","name":{"givenName":"New"},%s}""".formatted(person.userName(), empty))
                .hasStatus(200)
                .has("emails/0/value", person.userName())
                .lacks("phoneNumbers");
        workspace.lastChangeOf(person.userName()).isBy(again).ignores("externalId", "displayName");
    }

    @Test
    @DisplayName("C9337 push empty values, by an app that sends PUT")
    void clearsWhatAPutLeavesOut() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        String id = okta.assign(person, text(everything())).text("id");

        Answer cleared = http.put("/Users/" + id, person.document("\"title\":\"\",\"locale\":null,\"phoneNumbers\":[]"))
                .hasStatus(200);

        assertThat(cleared.json().keySet())
                .containsExactlyInAnyOrder("schemas", "id", "userName", "name", "emails", "active", "meta");
        workspace.lastChangeOf(person.userName()).isBy(cleared).ignores();
    }

    @Test
    @DisplayName("C9292, C9294, C9311 deactivate a user; unassign a user; unassign a group")
    void deactivatesTheUser() {
        String id = okta.assign(person).text("id");

        Answer deactivated = okta.deactivate(id).has("active", false);

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(deactivated)
                .changesOnly("active");
    }

    @Test
    @DisplayName("C9293 re-activation")
    void reactivatesTheSameUser_withItsNewNames() {
        String id = okta.assign(person).text("id");
        okta.deactivate(id);

        okta.assign(new Person("New", person.familyName(), person.userName()))
                .has("id", id)
                .has("active", true)
                .has("name/givenName", "New");

        http.find(person.userName()).has("totalResults", 1);
        assertThat(workspace.audit(person.userName()).stream()
                        .limit(2)
                        .map(entry -> entry.getJsonObject("details").getString("event")))
                .containsExactly("UPDATED", "REACTIVATED");
    }

    @Test
    @DisplayName("C9303, C9304 import a user, and its counters")
    void listsTheNewUser_once() {
        int before = okta.importPage("/Users", 1).number("totalResults");
        String id = http.idOfNew(person);

        Answer last = okta.importPage("/Users", before + 1);

        last.has("totalResults", before + 1).has("itemsPerPage", 1);
        last.has("Resources/0/id", id)
                .has("Resources/0/name/givenName", person.givenName())
                .has("Resources/0/name/familyName", person.familyName())
                .has("Resources/0/emails/0/value", person.userName())
                .has("Resources/0/userName", person.userName())
                .has("Resources/0/active", true);
        okta.importPage("/Users", before + 2).has("itemsPerPage", 0).has("totalResults", before + 1);
    }

    /** An imported user has no externalId from Okta: the server's id is enough. */
    @Test
    @DisplayName("C9305 update an imported user")
    void updatesAnImportedUser() {
        String id = http.idOfNew(person);
        Answer page = okta.importPage("/Users", http.total());
        assertThat(page.text("Resources/0/id")).isEqualTo(id);

        Answer updated = okta.push(id, "\"name\":{\"givenName\":\"Imported\"}").hasStatus(200);

        updated.has("id", id).has("name/givenName", "Imported").lacks("externalId");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated);
    }

    @Test
    @DisplayName("C9338 import a group, and its counters")
    void listsTheNewGroup_once() {
        int before = okta.importPage("/Groups", 1).number("totalResults");
        String id = okta.pushGroup(group);

        okta.importPage("/Groups", before + 1)
                .has("totalResults", before + 1)
                .has("itemsPerPage", 1)
                .has("Resources/0/id", id)
                .has("Resources/0/displayName", group);
    }

    @Test
    @DisplayName("C9359, C9360, C9361 a user deactivated in the app, then imported")
    void listsTheDeactivatedUser_asInactive() {
        String id = okta.assign(person).text("id");
        http.put("/Users/" + id, person.document("\"active\":false")).hasStatus(200);

        Answer listed = okta.importPage("/Users", http.total());

        listed.has("Resources/0/id", id).has("Resources/0/active", false);
    }

    @Test
    @DisplayName("C9312, C9323 push a new group; push by rule")
    void pushesAGroup() {
        String anna = okta.assign(person).text("id");
        String bert = okta.assign(Person.random()).text("id");

        String id = okta.pushGroup(group, anna, bert);

        thenMembersAre(id, anna, bert);
        theLastChange().isGroup("UPDATE", group, id).adds(anna, bert);
        assertThat(workspace.audit(group)).hasSize(2);
    }

    @Test
    @DisplayName("C9317, C9316 push an empty group; Push Now of it")
    void pushesAnEmptyGroup() {
        String stranger = http.idOfNew(Person.random());
        String id = okta.pushGroup(group);
        thenMembersAre(id);
        theLastChange().isGroup("CREATE", group, id).adds();

        http.patchGroup(id, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(stranger))
                .hasStatus(204);
        Answer pushed = okta.pushNow(id);

        thenMembersAre(id);
        theLastChange()
                .isGroup("UPDATE", group, id)
                .isBy(pushed)
                .removes(stranger)
                .adds();
    }

    @Test
    @DisplayName("C9316 Push Now after members were added in the app")
    void pushNow_dropsWhomOktaDoesNotKnow() {
        String anna = okta.assign(person).text("id");
        String stranger = http.idOfNew(Person.random());
        String id = okta.pushGroup(group, anna);
        okta.addMembers(id, stranger);

        Answer pushed = okta.pushNow(id, anna);

        thenMembersAre(id, anna);
        theLastChange().isBy(pushed).removes(stranger).adds();
    }

    @Test
    @DisplayName("C9330 link a group without rename")
    void linksAGroup_andKeepsItsMembers() {
        String old = http.idOfNew(Person.random());
        String anna = okta.assign(person).text("id");
        String present = okta.pushGroup(group, old);

        String linked = okta.linkGroup(group, anna);

        assertThat(linked).isEqualTo(present);
        thenMembersAre(linked, old, anna);
        theLastChange().isGroup("UPDATE", group, linked).adds(anna).removes();
    }

    @Test
    @DisplayName("C9315, C9313 link a group with rename")
    void linksAndRenamesAGroup() {
        String old = http.idOfNew(Person.random());
        String id = okta.pushGroup(group, old);
        String anna = okta.assign(person).text("id");

        okta.renameGroup(id, group + " renamed").hasStatus(200);
        okta.addMembers(id, anna);

        thenMembersAre(id, old, anna);
        okta.find("/Groups", "displayName", group).has("totalResults", 0);
        okta.find("/Groups", "displayName", group + " renamed")
                .has("totalResults", 1)
                .has("Resources/0/id", id);
    }

    /** Okta repeats the name with each change of members: nothing changes, and no member is lost. */
    @Test
    @DisplayName("C9332, C9333 add and remove a member of a pushed group")
    void movesAMember_underARepeatedName() {
        String anna = okta.assign(person).text("id");
        Person second = Person.random();
        String bert = okta.assign(second).text("id");
        String id = okta.pushGroup(group, anna);

        okta.renameGroup(id, group).hasStatus(200);
        Answer added = okta.addMembers(id, bert);
        theLastChange().isBy(added).adds(bert);
        assertThat(workspace.audit(group)).hasSize(3);

        okta.renameGroup(id, group).hasStatus(200);
        Answer removed = okta.removeMember(id, bert);
        okta.deactivate(bert);

        theLastChange().isBy(removed).removes(bert);
        workspace.lastChangeOf(second.userName()).isUser("UPDATE", "DEACTIVATED", second.userName(), bert);
        thenMembersAre(id, anna);
    }

    /** The order of unassignment and removal is not certain. */
    @Test
    @DisplayName("C9333 a member is deactivated first and removed afterwards")
    void removesAnInactiveMember() {
        String anna = okta.assign(person).text("id");
        String id = okta.pushGroup(group, anna);
        okta.deactivate(anna);
        thenMembersAre(id, anna);

        Answer removed = okta.removeMember(id, anna);

        theLastChange().isBy(removed).removes(anna);
        thenMembersAre(id);
    }

    @Test
    @DisplayName("C9318, C9325 unlink and delete the group; push it again")
    void deletesAGroup_andPushesItAnew() {
        String anna = okta.assign(person).text("id");
        String id = okta.pushGroup(group, anna);

        Answer deleted = okta.deleteGroup(id);

        theLastChange().isGroup("DELETE", group, id).isBy(deleted).removesInAll(1);
        http.user(anna).hasStatus(200).has("active", true);
        assertThat(okta.pushGroup(group, anna)).isNotEqualTo(id);
    }

    @Test
    @DisplayName("C9321, C9322 leave the group; link it again")
    void linksAGroupThatWasLeftBehind() {
        String anna = okta.assign(person).text("id");
        String bert = okta.assign(Person.random()).text("id");
        String id = okta.pushGroup(group, anna);

        assertThat(okta.linkGroup(group, bert)).isEqualTo(id);
        okta.removeMember(id, anna);

        thenMembersAre(id, bert);
    }

    @Test
    @DisplayName("C9327, C9329 delete and activate several groups at once")
    void servesBulkEdits() {
        String anna = okta.assign(person).text("id");
        List<String> groups = Stream.iterate(1, i -> i + 1)
                .limit(8)
                .parallel()
                .map(i -> okta.pushGroup(group + i, anna))
                .toList();

        groups.parallelStream().forEach(id -> okta.pushNow(id, anna));
        groups.forEach(id -> thenMembersAre(id, anna));
        groups.parallelStream().forEach(okta::deleteGroup);

        http.user(anna).lacks("groups");
    }

    private AuditedChange theLastChange() {
        return workspace.lastChangeOf(group);
    }

    private void thenMembersAre(String id, String... members) {
        assertThat(http.members(id)).containsExactlyInAnyOrder(members);
    }

    /** Every attribute that Okta maps by default beside the four of an assignment. */
    private JsonObject everything() {
        JsonObject name = Json.createObjectBuilder()
                .add("formatted", "Dr. %s %s".formatted(person.givenName(), person.familyName()))
                .add("familyName", person.familyName())
                .add("givenName", person.givenName())
                .add("middleName", "May")
                .add("honorificPrefix", "Dr.")
                .add("honorificSuffix", "III")
                .build();
        return Json.createObjectBuilder()
                .add("name", name)
                .add("nickName", "Annie")
                .add("profileUrl", "https://example.com/annie")
                .add("title", "Clerk")
                .add("userType", "Employee")
                .add("preferredLanguage", "en-US")
                .add("locale", "en-US")
                .add("timezone", "America/Los_Angeles")
                .add("phoneNumbers", list("value", "+1 555 0100"))
                .add("addresses", list("streetAddress", "1 Main St"))
                .add("ims", list("value", "annie"))
                .add("photos", list("value", "https://example.com/annie.png"))
                .add("roles", list("value", "reader"))
                .add("entitlements", list("value", "licence"))
                .add(
                        ENTERPRISE,
                        Json.createObjectBuilder()
                                .add("employeeNumber", "701984")
                                .add("costCenter", "4130")
                                .add("organization", "Universal")
                                .add("division", "Theme Park")
                                .add("department", "Tour Operations")
                                .add("manager", Json.createObjectBuilder().add("value", "nobody-here")))
                .build();
    }

    private static String emptied(List<String> names, String nothing) {
        return names.stream().map(name -> "\"%s\":%s".formatted(name, nothing)).collect(Collectors.joining(","));
    }

    private static JsonValue list(String name, String value) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add(name, value).add("type", "work"))
                .build();
    }

    private static String text(JsonObject object) {
        String braced = object.toString();
        return braced.substring(1, braced.length() - 1);
    }
}
