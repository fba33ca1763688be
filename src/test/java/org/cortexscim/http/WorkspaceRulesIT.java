package org.cortexscim.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace's rules as they are in the beginning, rule by rule; each write with its audit entry. */
class WorkspaceRulesIT {
    private static final String DEACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":false}}";
    private static final String REACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":true}}";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @BeforeEach
    void givenBothSwitchesOn() {
        workspace.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Users/x", "/Schemas", "/ResourceTypes", "/ServiceProviderConfig"})
    void scimIsOff_whenBothSwitchesAreOff(String path) {
        workspace.settings("{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false}");

        http.get(path).isScimError(403).saying("automatic provisioning").saying("automatic deprovisioning");
    }

    @Test
    void scimWritesNothing_whenBothSwitchesAreOff() {
        String id = http.idOfNew(person);
        String before = http.user(id).body();
        Person other = Person.random();
        workspace.settings("{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false}");

        http.post("/Users", other.document()).isScimError(403);
        http.put("/Users/" + id, person.document("\"active\":false")).isScimError(403);
        http.patchUser(id, DEACTIVATE).isScimError(403);
        http.delete("/Users/" + id).isScimError(403);

        workspace.reset();
        assertThat(http.user(id).body()).isEqualTo(before);
        http.find(other.userName()).has("totalResults", 0);
    }

    @Test
    void provisioningOff_nobodyIsCreatedOrReactivated() {
        String inactive = http.idOfInactive(person);
        String before = http.user(inactive).body();
        Person other = Person.random();
        int entries = entriesAfter("{\"automaticProvisioning\":false,\"reactivationByPatch\":true}");

        http.post("/Users", other.document()).isScimError(403).saying("automatic provisioning");
        http.put("/Users/" + inactive, person.document("\"active\":true"))
                .isScimError(403)
                .saying("automatic provisioning");
        http.patchUser(inactive, REACTIVATE).isScimError(403).saying("automatic provisioning");

        assertThat(http.user(inactive).body()).isEqualTo(before);
        http.find(other.userName()).has("totalResults", 0);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void provisioningOff_usersCanStillBeChangedAndDeprovisioned() {
        String id = http.idOfNew(person);
        workspace.settings("{\"automaticProvisioning\":false}");

        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200);
        http.patchUser(id, DEACTIVATE).hasStatus(200).has("active", false);
        http.delete("/Users/" + id).hasStatus(204);
    }

    @Test
    void deprovisioningOff_nobodyIsDeactivatedOrDeleted() {
        String id = http.idOfNew(person);
        String before = http.user(id).body();
        int entries = entriesAfter("{\"automaticDeprovisioning\":false}");

        http.patchUser(id, DEACTIVATE).isScimError(403).saying("automatic deprovisioning");
        http.put("/Users/" + id, person.document("\"active\":false"))
                .isScimError(403)
                .saying("automatic deprovisioning");
        http.delete("/Users/" + id).isScimError(403).saying("automatic deprovisioning");

        assertThat(http.user(id).body()).isEqualTo(before);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @Test
    void deprovisioningOff_usersCanStillBeProvisioned() {
        String inactive = http.idOfInactive(person);
        workspace.settings("{\"automaticDeprovisioning\":false}");

        http.create(Person.random());
        http.put("/Users/" + inactive, person.document("\"active\":true"))
                .hasStatus(200)
                .has("active", true);
    }

    @Test
    void userName_isAnEmailAddress() {
        http.post("/Users", person.named("jane").document())
                .isScimError(400, "invalidValue")
                .saying("email");

        Answer created = http.create(person);
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created)
                .changes("userName", null, person.userName())
                .changes("active", null, true)
                .ignores();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"%s\"}",
                "{\"op\":\"replace\",\"value\":{\"userName\":\"%s\",\"name\":{\"givenName\":\"New\"}}}",
                "{\"op\":\"replace\",\"path\":\"emails[primary eq true].value\",\"value\":\"%s\"}",
                "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"%s\"}",
                "{\"op\":\"replace\",\"path\":\"emails\",\"value\":[{\"value\":\"%s\",\"primary\":true}]}",
                "{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"%s\",\"primary\":true}]}",
                "{\"op\":\"remove\",\"path\":\"emails\"}",
                "{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\"]\"}"
            })
    void email_cannotBeChangedByPatch(String operation) {
        String id = http.idOfNew(person);
        String before = http.user(id).body();

        http.patchUser(id, operation.formatted("other-" + person.userName()))
                .isScimError(400, "mutability")
                .saying("email");

        assertThat(http.user(id).body()).isEqualTo(before);
        assertThat(workspace.audit(person.userName())).hasSize(1);
    }

    @Test
    void email_cannotBeChangedByPut() {
        String id = http.idOfNew(person);
        String before = http.user(id).body();
        Person other = person.named("other-" + person.userName());

        http.put("/Users/" + id, other.document()).isScimError(400, "mutability");
        http.put("/Users/" + id, person.document().replace("\"value\":\"", "\"value\":\"other-"))
                .isScimError(400, "mutability");

        assertThat(http.user(id).body()).isEqualTo(before);
    }

    @Test
    void email_isTheSameInAnotherCase() {
        String id = http.idOfNew(person);
        Person shouting = person.named(person.userNameInCapitals());

        http.put("/Users/" + id, shouting.document()).hasStatus(200).has("userName", person.userName());
        http.put("/Users/" + id, "{\"userName\":\"%s\"}".formatted(person.userName()))
                .hasStatus(200)
                .has("emails/0/value", person.userName());
    }

    @Test
    void names_areUpdated_andNothingElse() {
        String id = http.post("/Users", person.document("\"title\":\"Clerk\"")).text("id");

        Answer updated = http.put(
                        "/Users/" + id,
                        new Person("New", "Name", person.userName())
                                .document("\"title\":\"Boss\",\"locale\":\"de\",\"externalId\":\"e1\""))
                .hasStatus(200)
                .has("name/givenName", "New")
                .has("name/familyName", "Name")
                .has("title", "Clerk")
                .lacks("locale")
                .lacks("externalId");

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changes("name.givenName", person.givenName(), "New")
                .changes("name.familyName", person.familyName(), "Name")
                .changesOnly("name.givenName", "name.familyName")
                .ignores("title", "locale", "externalId");
    }

    @Test
    void otherAttributes_areIgnored_andThatIsAudited() {
        String id = http.idOfNew(person);
        JsonObject before = http.user(id).json();

        Answer answer = http.patchUser(id, """
                        {"op":"add","value":{"title":"Boss","name":{"middleName":"M"},
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"D"}}}""").hasStatus(200);

        assertThat(answer.json()).isEqualTo(before);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changesOnly()
                .ignores(
                        "title",
                        "name.middleName",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department");
    }

    @Test
    void formattedName_andDerivedDisplayName_followTheNames() {
        String whole = person.givenName() + " " + person.familyName();
        String id = http.post("/Users", person.document("\"displayName\":\"%s\"".formatted(whole)))
                .text("id");
        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .has("displayName", "New " + person.familyName());

        Person other = Person.random();
        String chosen = http.post("/Users", other.document("\"displayName\":\"Chosen\""))
                .text("id");
        http.patchUser(chosen, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .has("displayName", "Chosen");
    }

    @Test
    void reactivation_isByPutOnly() {
        String id = http.idOfInactive(person);

        http.patchUser(id, REACTIVATE).isScimError(400, "mutability").saying("PUT");
        http.patchUser(id, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"True\"}")
                .isScimError(400, "mutability");
        http.user(id).has("active", false);

        Answer answer = http.put("/Users/" + id, person.document("\"active\":true"))
                .hasStatus(200)
                .has("active", true)
                .has("id", id);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(answer)
                .changes("active", false, true);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "PATCH"})
    void deactivation_keepsTheUserAndFreesTheSeat(String method) {
        String id = http.idOfNew(person);
        int used = workspace.seatsUsed();

        Answer answer = method.equals("PUT")
                ? http.put("/Users/" + id, person.document("\"active\":false"))
                : http.patchUser(id, DEACTIVATE);

        answer.hasStatus(200).has("active", false).has("id", id);
        http.user(id).hasStatus(200).has("active", false);
        http.search("id eq \"%s\" and active eq false".formatted(id)).has("totalResults", 1);
        assertThat(workspace.seatsUsed()).isEqualTo(used - 1);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(answer)
                .changes("active", true, false);
    }

    @Test
    void silenceAboutActive_leavesItAsItIs() {
        String id = http.idOfInactive(person);

        http.put("/Users/" + id, person.document()).hasStatus(200).has("active", false);
        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200)
                .has("active", false);
    }

    @Test
    void deletion_freesTheName_andTheAuditLogKeepsTheRecord() {
        String id = http.idOfNew(person);

        Answer deleted = http.delete("/Users/" + id).hasStatus(204);

        assertThat(deleted.body()).isEmpty();
        http.user(id).isScimError(404);
        http.delete("/Users/" + id).isScimError(404);
        http.find(person.userName()).has("totalResults", 0);
        workspace
                .lastChangeOf(person.userName())
                .isUser("DELETE", "DELETED", person.userName(), id)
                .isBy(deleted)
                .changes("userName", person.userName(), null)
                .changes("name.familyName", person.familyName(), null);
        assertThat(http.idOfNew(person)).isNotEqualTo(id);
        assertThat(workspace.audit(person.userName())).hasSize(3);
    }

    @Test
    void assigningAgain_isAPutAndNoPost() {
        String id = http.idOfInactive(person);

        http.post("/Users", person.document()).isScimError(409, "uniqueness");
        http.find(person.userName())
                .has("totalResults", 1)
                .has("Resources/0/id", id)
                .has("Resources/0/active", false);
        http.put("/Users/" + id, person.document("\"active\":true"))
                .hasStatus(200)
                .has("id", id);
        http.post("/Users", person.document()).isScimError(409, "uniqueness");
    }

    private int entriesAfter(String settings) {
        workspace.settings(settings);
        return workspace.auditTotal();
    }
}
