package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an app of Okta's App Integration Wizard sends, as captured: GET and PUT of the echoed answer. */
@ExtendWith(FreshWorkspace.class)
class OktaAiwReplayIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final AiwApp okta = new AiwApp(http);
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @Test
    void createsTheUser_withoutItsPassword() {
        Answer created = okta.create(person);

        String id = created.lacks("password")
                .lacks("groups")
                .has("externalId", "00ujl29u0le5T6Aj10h7")
                .has("locale", "en-US")
                .has("displayName", person.givenName() + " " + person.familyName())
                .text("id");
        created.hasHeader("Location", created.text("meta/location"));
        assertThat(created.text("meta/location")).startsWith("http").endsWith("/scim/v2/Users/" + id);
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), id)
                .isBy(created);
        assertThat(workspace.audit(person.userName()).toString()).doesNotContain("1mz050nq");
    }

    @Test
    void updatesTheNames_whenTheAnswerIsEchoed() {
        String id = okta.create(person).text("id");

        Answer updated = okta.update(id, "name/familyName", "Married");

        updated.has("id", id)
                .has("name/familyName", "Married")
                .has("userName", person.userName())
                .has("displayName", person.givenName() + " Married")
                .lacks("password");
        assertThat(http.user(id).json()).isEqualTo(updated.json());
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changes("name.familyName", person.familyName(), "Married")
                .changesOnly("name.familyName", "displayName")
                .ignores();
    }

    /** The captured body: foreign meta with offsets, a formatted name that fits nobody, groups, no password. */
    @Test
    void takesTheCapturedBody() {
        String id = okta.create(person).text("id");

        Answer updated = http.put("/Users/" + id, """
                {"active":true,"displayName":"Jane Smith",
                 "emails":[{"primary":true,"type":"work","value":"%1$s"}],
                 "externalId":"00u6a15d23T9AeHhF5d7","groups":[],"id":"%2$s","locale":"en-US",
                 "meta":{"created":"2018-02-13T15:05:24.000-08:00","lastModified":"2018-02-13T15:05:55.000-08:00",
                         "location":"https://example.com/Users/5fc0","resourceType":"User"},
                 "name":{"familyName":"Smith","formatted":"Mona Octocat","givenName":"Jane"},
                 "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s"}
                """.formatted(person.userName(), id));

        updated.hasStatus(200)
                .has("id", id)
                .has("name/givenName", "Jane")
                .has("name/familyName", "Smith")
                .has("userName", person.userName())
                .has("active", true);
        assertThat(updated.text("meta/created")).doesNotStartWith("2018");
        assertThat(updated.text("meta/location")).endsWith("/scim/v2/Users/" + id);
    }

    @Test
    void changesNothing_whenTheProfileIsPushedAgain() {
        String id = okta.create(person).text("id");
        okta.update(id, "name/givenName", "Changed");
        JsonObject before = http.user(id).json();
        int entries = workspace.audit(person.userName()).size();

        JsonObject answered = okta.forceSync(id).json();
        okta.forceSync(id);

        assertThat(answered).isEqualTo(before);
        assertThat(http.user(id).json()).isEqualTo(before);
        assertThat(workspace.audit(person.userName())).hasSize(entries);
    }

    @Test
    void deactivatesAndReactivates_underTheSameId() {
        String id = okta.create(person).text("id");

        Answer deactivated = okta.deactivate(id).has("active", false).has("id", id);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(deactivated)
                .changesOnly("active");
        http.find(person.userName()).has("totalResults", 1).has("Resources/0/active", false);

        Answer reactivated = okta.reactivate(id).has("active", true).has("id", id);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(reactivated)
                .changes("active", false, true)
                .changesOnly("active");
    }

    @Test
    void linksTheInactiveUser_whenAssignedAgain() {
        String id = okta.assign(person).text("id");
        okta.deactivate(id);

        okta.assign(person).has("id", id).has("active", true);

        http.find(person.userName()).has("totalResults", 1);
    }

    @Test
    void answersNotFound_whenTheLinkIsStale() {
        String id = okta.create(person).text("id");
        String echoed = http.user(id).body();
        http.delete("/Users/" + id).hasStatus(204);

        http.user(id).isScimError(404);
        http.put("/Users/" + id, echoed).isScimError(404);
    }
}
