package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an app of the Okta Integration Network sends: PATCH with one replace operation and no path. */
@ExtendWith(FreshWorkspace.class)
class OktaOinReplayIT {
    private final ScimClient okta = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private String id = "";

    @BeforeEach
    void givenAUser() {
        id = okta.post("/Users", person.document("""
                                "displayName":"%s %s","title":"Clerk","externalId":"00u1","groups":[],"password":"1mz050nq","active":true""".formatted(person.givenName(), person.familyName())))
                .hasStatus(201)
                .text("id");
    }

    @Test
    void updatesOnlyTheGivenAttributes() {
        JsonObject before = okta.user(id).json();

        Answer updated = okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"name\":{\"givenName\":\"New\"}}}");

        updated.hasStatus(200)
                .has("id", id)
                .has("name/givenName", "New")
                .has("name/familyName", person.familyName())
                .has("displayName", "New " + person.familyName())
                .has("title", "Clerk");
        assertThat(updated.json().get("emails")).isEqualTo(before.get("emails"));
        assertThat(updated.text("meta/version"))
                .isNotEqualTo(before.getJsonObject("meta").getString("version"));
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changes("name.givenName", person.givenName(), "New")
                .changesOnly("name.givenName", "displayName");
    }

    @Test
    void ignoresTheIdThatOktaRepeats() {
        okta.patchUser(
                        id,
                        "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"name\":{\"familyName\":\"New\"}}}"
                                .formatted(id))
                .hasStatus(200)
                .has("id", id)
                .has("name/familyName", "New")
                .has("name/givenName", person.givenName());
    }

    @Test
    void takesTheFormWithAPath() {
        okta.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":\"New\"}")
                .hasStatus(200)
                .has("name/familyName", "New");
    }

    @Test
    void deactivates_andAgainChangesNothing() {
        String deactivate = "{\"op\":\"replace\",\"value\":{\"active\":false}}";

        Answer deactivated = okta.patchUser(id, deactivate).hasStatus(200).has("active", false);
        JsonObject again = okta.patchUser(id, deactivate).hasStatus(200).json();

        assertThat(again).isEqualTo(deactivated.json());
        assertThat(workspace.audit(person.userName())).hasSize(2);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(deactivated)
                .changes("active", true, false)
                .changesOnly("active");
    }

    @Test
    void refusesToReactivateByPatch_butDoesByPut() {
        okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        JsonObject inactive = okta.user(id).json();

        okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}")
                .isScimError(400, "mutability")
                .saying("PUT");
        assertThat(okta.user(id).json()).isEqualTo(inactive);

        okta.put("/Users/" + id, person.document("\"active\":true"))
                .hasStatus(200)
                .has("active", true)
                .has("id", id);
    }

    /** QA case C9337: the admin empties values of the profile, and Okta pushes them as "". */
    @Test
    void takesEmptyValues() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");

        okta.patchUser(id, """
                        {"op":"replace","value":{"title":"","name":{"givenName":"","familyName":"Kept"},"nickName":""}}""")
                .hasStatus(200)
                .lacks("title")
                .lacks("nickName")
                .lacks("name/givenName")
                .has("name/familyName", "Kept");
    }

    @Test
    void dropsThePasswordThatOktaSyncs() {
        JsonObject before = okta.user(id).json();

        JsonObject after = okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"password\":\"N3w-secret\"}}")
                .hasStatus(200)
                .json();

        assertThat(after).isEqualTo(before);
        assertThat(workspace.auditLog(0, 250).body()).doesNotContain("N3w-secret", "1mz050nq");
    }

    @Test
    void undoesEverything_whenOneOperationFails() {
        JsonObject before = okta.user(id).json();

        okta.patchUser(id, """
                        {"op":"replace","value":{"name":{"givenName":"Half"}}},
                        {"op":"replace","path":"noSuchAttribute","value":"x"}""").isScimError(400, "invalidPath");

        assertThat(okta.user(id).json()).isEqualTo(before);
    }
}
