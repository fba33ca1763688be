package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workspace's rules let an identity provider change of a user: the names, and nothing else. */
@ExtendWith(FreshWorkspace.class)
class AttributeRulesIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

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
}
