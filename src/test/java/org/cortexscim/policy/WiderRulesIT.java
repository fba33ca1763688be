package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that a workspace has widened for another identity provider, setting by setting. */
@ExtendWith(FreshWorkspace.class)
class WiderRulesIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @Test
    void userNameFormatAny_takesAnyName() {
        workspace.settings("{\"userNameFormat\":\"any\"}");
        Person jane = person.named("jane-" + person.givenName());

        Answer created = http.create(jane).has("userName", jane.userName());

        http.post("/Users", jane.named(jane.userNameInCapitals()).document()).isScimError(409, "uniqueness");
        workspace
                .lastChangeOf(jane.userName())
                .isUser("CREATE", "CREATED", jane.userName(), created.text("id"))
                .changes("userName", null, jane.userName());
    }

    @Test
    void emailChange_letsUserNameAndEmailChange() {
        String id = http.idOfNew(person);
        Person renamed = person.named("new-" + person.userName());
        workspace.settings("{\"emailChange\":true}");

        Answer answer = http.put("/Users/" + id, renamed.document())
                .hasStatus(200)
                .has("userName", renamed.userName())
                .has("emails/0/value", renamed.userName());

        http.find(person.userName()).has("totalResults", 0);
        http.find(renamed.userNameInCapitals()).has("totalResults", 1).has("Resources/0/id", id);
        http.search("emails.value eq \"%s\"".formatted(renamed.userName())).has("totalResults", 1);
        workspace
                .lastChangeOf(renamed.userName())
                .isUser("UPDATE", "UPDATED", renamed.userName(), id)
                .isBy(answer)
                .changes("userName", person.userName(), renamed.userName())
                .changesOnly("userName", "emails")
                .ignores();
        assertThat(http.idOfNew(person)).isNotEqualTo(id);
    }

    @Test
    void emailChange_worksByPatch() {
        String id = http.idOfNew(person);
        workspace.settings("{\"emailChange\":true}");

        http.patchUser(
                        id,
                        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"new-%s\"}".formatted(person.userName()))
                .hasStatus(200)
                .has("userName", "new-" + person.userName());
        http.patchUser(
                        id,
                        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"new-%s\"}"
                                .formatted(person.userName()))
                .hasStatus(200)
                .has("emails/0/value", "new-" + person.userName())
                .lacks("emails/1");
    }

    @Test
    void attributeUpdatesAll_letsEverythingElseChange() {
        String id = http.post("/Users", person.document("\"title\":\"Clerk\",\"nickName\":\"N\""))
                .text("id");
        workspace.settings("{\"attributeUpdates\":\"all\"}");

        Answer answer = http.put("/Users/" + id, person.document("""
                                "title":"Boss","externalId":"e1","displayName":"Shown",
                                "phoneNumbers":[{"value":"+1","type":"work"}],"%s":{"department":"D"}""".formatted(ENTERPRISE)))
                .hasStatus(200)
                .has("title", "Boss")
                .has("externalId", "e1")
                .has("displayName", "Shown")
                .has("phoneNumbers/0/value", "+1")
                .has(ENTERPRISE + "/department", "D")
                .hasSchema(ENTERPRISE)
                .lacks("nickName");

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changes("title", "Clerk", "Boss")
                .changes("nickName", "N", null)
                .changes(ENTERPRISE + ":department", null, "D")
                .changesOnly(
                        "title", "nickName", "externalId", "displayName", "phoneNumbers", ENTERPRISE + ":department")
                .ignores();
    }

    @Test
    void attributeUpdatesAll_stillHoldsTheEmailBack() {
        String id = http.idOfNew(person);
        workspace.settings("{\"attributeUpdates\":\"all\"}");

        http.put("/Users/" + id, person.named("new-" + person.userName()).document())
                .isScimError(400, "mutability");
    }

    @Test
    void reactivationByPatch_letsAPatchReactivate() {
        String id = http.idOfInactive(person);
        workspace.settings("{\"reactivationByPatch\":true}");

        Answer answer = http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}")
                .hasStatus(200)
                .has("active", true)
                .has("id", id);

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(answer)
                .changesOnly("active");
    }

    @Test
    void restoreOnCreate_letsAPostReactivate() {
        String id = http.idOfInactive(person);
        workspace.settings("{\"restoreOnCreate\":true}");

        Answer answer = http.post("/Users", person.document())
                .hasStatus(201)
                .has("active", true)
                .has("id", id);

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(answer);
        http.post("/Users", person.document()).isScimError(409, "uniqueness");
    }

    @Test
    void restoreOnCreate_needsTheProvisioningSwitch() {
        http.idOfInactive(person);
        workspace.settings("{\"restoreOnCreate\":true,\"automaticProvisioning\":false}");

        http.post("/Users", person.document()).isScimError(403);
        http.find(person.userName()).has("Resources/0/active", false);
    }

    @Test
    void restoreOnCreate_keepsTheEmailAsItIs() {
        String id = http.idOfInactive(person);
        workspace.settings("{\"restoreOnCreate\":true}");

        http.post(
                        "/Users",
                        person.document().replace("\"value\":\"" + person.userName(), "\"value\":\"other@example.com"))
                .isScimError(400, "mutability");
        http.user(id).has("active", false).has("emails/0/value", person.userName());
    }

    /** Somebody's access must end also when the rules for new users have become stricter since. */
    @Test
    void userNameFormat_isAskedOfNewNamesOnly() {
        workspace.settings("{\"userNameFormat\":\"any\"}");
        Person old = person.named("legacy-" + person.givenName());
        String id = http.idOfNew(old);
        workspace.settings("{\"userNameFormat\":\"email\"}");

        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .hasStatus(200)
                .has("active", false);
    }
}
