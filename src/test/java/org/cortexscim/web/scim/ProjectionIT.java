package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters attributes and excludedAttributes: what is left out has no member at all. */
@ExtendWith(FreshWorkspace.class)
class ProjectionIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Person person = Person.random();
    private final String document = person.document(
            "\"title\":\"Clerk\",\"%s\":{\"department\":\"D\",\"division\":\"V\"}".formatted(ENTERPRISE));
    private String id = "";

    @BeforeEach
    void givenAUser() {
        id = http.post("/Users", document).hasStatus(201).text("id");
    }

    @ParameterizedTest
    @CsvSource({
        "attributes=userName, schemas id userName",
        "attributes=USERNAME, schemas id userName",
        "attributes=urn:ietf:params:scim:schemas:core:2.0:User:userName, schemas id userName",
        "'attributes=userName,title', schemas id userName title",
        "'attributes=userName,%20title', schemas id userName title",
        "attributes=name.givenName, schemas id name",
        "attributes=emails.value, schemas id emails",
        "attributes=meta, schemas id meta",
        "attributes=id, schemas id",
        "attributes=noSuch, schemas id",
        "attributes=password, schemas id",
        "attributes=" + ENTERPRISE + ", schemas id " + ENTERPRISE,
        "attributes=" + ENTERPRISE + ":department, schemas id " + ENTERPRISE,
        "'excludedAttributes=emails,name,meta', schemas id userName title active " + ENTERPRISE,
        "'excludedAttributes=id,schemas,emails,name,meta,active', schemas id userName title " + ENTERPRISE,
        "'excludedAttributes=" + ENTERPRISE + ",meta', schemas id userName name title active emails"
    })
    void returnsOnly(String query, String members) {
        assertThat(http.get("/Users/" + id + "?" + query).hasStatus(200).json().keySet())
                .containsExactlyInAnyOrder(members.split(" "));
    }

    @Test
    void returnsEverythingButUnknownNames() {
        JsonObject whole = http.user(id).json();

        assertThat(http.get("/Users/" + id + "?excludedAttributes=noSuch").json())
                .isEqualTo(whole);
        assertThat(http.get("/Users/" + id + "?attributes=").json()).isEqualTo(whole);
    }

    @Test
    void returnsOnlyTheNamedParts() {
        http.get("/Users/" + id + "?attributes=name.givenName,emails.type")
                .has("name/givenName", person.givenName())
                .lacks("name/familyName")
                .has("emails/0/type", "work")
                .lacks("emails/0/value");
        http.get("/Users/" + id + "?excludedAttributes=name.givenName," + ENTERPRISE + ":department")
                .lacks("name/givenName")
                .has("name/familyName", person.familyName())
                .lacks(ENTERPRISE + "/department")
                .has(ENTERPRISE + "/division", "V");
    }

    @Test
    void worksOnEveryAnswer() {
        String only = "?attributes=userName";
        Person other = Person.random();

        assertOnlyUserName(
                http.post("/Users" + only, other.document()).hasStatus(201).json());
        assertOnlyUserName(
                http.put("/Users/" + id + only, document).hasStatus(200).json());
        assertOnlyUserName(http.patch(
                        "/Users/" + id + only,
                        "{\"Operations\":[{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}]}")
                .hasStatus(200)
                .json());
        assertOnlyUserName(http.get("/Users" + only + "&filter=" + ScimClient.encoded("id eq \"" + id + "\""))
                .hasStatus(200)
                .objects("Resources")
                .get(0));
    }

    @Test
    void answersNotModified_whenTheVersionIsKnown() {
        Answer user = http.user(id);
        String tag = user.header("ETag").orElseThrow();
        assertThat(tag).isEqualTo(user.text("meta/version"));

        assertThat(http.with("If-None-Match", tag).user(id).hasStatus(304).body())
                .isEmpty();
        http.with("If-None-Match", "W/\"99\"").user(id).hasStatus(200);
        http.with("If-Match", tag)
                .patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200);
        assertThat(http.user(id).header("ETag")).get().isNotEqualTo(tag);
        http.with("If-None-Match", tag).user(id).hasStatus(200);
    }

    @Test
    void refusesAChange_ofAVersionThatIfNoneMatchExcludes() {
        Answer user = http.user(id);
        ScimClient excluding = http.with("If-None-Match", user.header("ETag").orElseThrow());

        excluding
                .patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(412);
        excluding.put("/Users/" + id, user.body()).hasStatus(412);
        http.with("If-None-Match", "*").delete("/Users/" + id).hasStatus(412);

        assertThat(http.user(id).hasStatus(200).body()).isEqualTo(user.body());
    }

    private static void assertOnlyUserName(JsonObject user) {
        assertThat(user.keySet()).containsExactlyInAnyOrder("schemas", "id", "userName");
    }
}
