package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace's rules about who may be active, as they are in the beginning; each write with its audit entry. */
@ExtendWith(FreshWorkspace.class)
class WorkspaceRulesIT {
    private static final String DEACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":false}}";
    private static final String REACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":true}}";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

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
