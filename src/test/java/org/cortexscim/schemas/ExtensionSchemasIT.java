package org.cortexscim.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An extension of the user's schema that an admin adds while the server runs. */
@ExtendWith(FreshWorkspace.class)
class ExtensionSchemasIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String ATTRIBUTES = """
            {"name": "color", "description": "Its color.", "canonicalValues": ["red", "blue"]},
            {"name": "code", "caseExact": true},
            {"name": "number", "type": "integer"},
            {"name": "fee", "type": "decimal"},
            {"name": "issued", "type": "dateTime"},
            {"name": "lost", "type": "boolean"},
            {"name": "photo", "type": "binary"},
            {"name": "page", "type": "reference"},
            {"name": "tags", "multiValued": true},
            {"name": "desk", "type": "complex", "subAttributes": [{"name": "room"}, {"name": "floor", "type": "integer"}]},
            {"name": "doors", "type": "complex", "multiValued": true, "subAttributes": [
              {"name": "value"}, {"name": "floor", "type": "integer"}, {"name": "primary", "type": "boolean"}]},
            {"name": "serial", "mutability": "immutable"},
            {"name": "pin", "returned": "request"},
            {"name": "level", "returned": "always"}""";
    private static final String VALUES = """
            {"color": "Red", "code": "aB", "number": 42, "fee": -1.50, "issued": "2026-01-31T10:00:00+02:00",
             "lost": false, "photo": "aGVsbG8=", "page": "https://example.com/A", "tags": ["a", "B"],
             "desk": {"room": "R1", "floor": 3},
             "doors": [{"value": "Main", "floor": 1, "primary": true}, {"value": "Lab", "floor": 10}],
             "serial": "S1", "pin": "99", "level": "top"}""";

    private static final int ROUNDS = 30;

    private final ExecutorService callers = Executors.newFixedThreadPool(3);
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private final String urn = "urn:acme:schemas:%s:1.0:User".formatted(UUID.randomUUID());
    private final List<String> users = new ArrayList<>();

    @BeforeEach
    void givenTheExtension() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        workspace.putSchema(urn, schema(ATTRIBUTES)).hasStatus(201);
    }

    @AfterEach
    void removeIt() {
        callers.shutdownNow();
        workspace.reset();
        users.forEach(id -> http.delete("/Users/" + id));
        workspace.deleteSchema(urn);
    }

    /** What Okta's Import User Schema reads: the User resource type, then each schema that it names. */
    @Test
    void isDiscovered_whereOktaImportsTheUserSchema() {
        JsonObject user = http.get("/ResourceTypes").hasStatus(200).objects("Resources").stream()
                .filter(type -> type.getString("name").equals("User"))
                .findFirst()
                .orElseThrow();
        assertThat(user.getJsonArray("schemaExtensions").getValuesAs(JsonObject.class))
                .extracting(extension -> extension.getString("schema"))
                .containsExactly(ENTERPRISE, urn);

        assertThat(http.get("/Schemas").hasStatus(200).objects("Resources"))
                .extracting(schema -> schema.getString("id"))
                .contains(urn);
        http.get("/Schemas/" + urn.toUpperCase(java.util.Locale.ROOT))
                .hasStatus(200)
                .has("id", urn)
                .has("name", "Badge")
                .has("attributes/0/name", "color")
                .has("attributes/0/description", "Its color.")
                .has("attributes/0/canonicalValues/0", "red")
                .has("attributes/0/mutability", "readWrite")
                .has("attributes/2/type", "integer")
                .has("attributes/10/subAttributes/1/type", "integer")
                .has("attributes/11/mutability", "immutable")
                .has("meta/resourceType", "Schema");
    }

    @Test
    void isGoneFromDiscovery_atOnceWhenItIsRemoved() {
        workspace.deleteSchema(urn).hasStatus(204);

        http.get("/Schemas/" + urn).isScimError(404);
        http.get("/ResourceTypes/User")
                .has("schemaExtensions/0/schema", ENTERPRISE)
                .lacks("schemaExtensions/1");
        workspace.schema(urn).isCortexError(404, "NOT_FOUND");
        workspace.deleteSchema(urn).isCortexError(404, "NOT_FOUND");
    }

    @Test
    void isRead_asItWasWritten() {
        Answer read = workspace.schema(urn).hasStatus(200).has("id", urn).has("description", "What opens doors.");

        assertThat(workspace.schemas().objects("schemas")).contains(read.json());
        workspace.putSchema(urn, read.body()).hasStatus(200);
        assertThat(workspace.audit(urn)).hasSize(1);
    }

    @Test
    void keepsEveryType_onCreate() {
        Answer created = created().hasSchema(urn);

        http.user(created.text("id"))
                .hasSchema(urn)
                .has(urn + "/color", "Red")
                .has(urn + "/number", 42)
                .has(urn + "/fee", "-1.50")
                .has(urn + "/issued", "2026-01-31T10:00:00+02:00")
                .has(urn + "/lost", false)
                .has(urn + "/photo", "aGVsbG8=")
                .has(urn + "/page", "https://example.com/A")
                .has(urn + "/tags/1", "B")
                .has(urn + "/desk/floor", 3)
                .has(urn + "/doors/1/value", "Lab")
                .has(urn + "/serial", "S1");
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created)
                .changes(urn + ":number", null, 42);
        assertThat(http.get("/Users/" + idOfOther()).body()).doesNotContain(urn);
    }

    private String idOfOther() {
        String id = http.idOfNew(Person.random());
        users.add(id);
        return id;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number     | "4 2"       | must be a whole number
            number     | 1.5         | must be a whole number
            number     | true        | must be a whole number
            fee        | "1,5"       | must be a number
            issued     | "yesterday" | must be a date and time
            lost       | "maybe"     | must be true or false
            photo      | "%%%"       | must be Base64-encoded
            desk       | "R1"        | must be a JSON object
            tags       | [{}]        | must be a string
            doors      | [{"value": "a", "primary": true}, {"value": "b", "primary": true}] | more than one primary value
            """)
    void refusesValuesOfOtherTypes(String attribute, String value, String problem) {
        http.post("/Users", person.document("\"%s\": {\"%s\": %s}".formatted(urn, attribute, value)))
                .isScimError(400, "invalidValue")
                .saying(urn + ":" + attribute)
                .saying(problem);

        http.find(person.userName()).has("totalResults", 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            color eq "red"                           | true
            color eq "blue"                          | false
            color sw "R"                             | true
            code eq "aB"                             | true
            code eq "ab"                             | false
            number eq 42                             | true
            number eq 42.0                           | true
            number ne 42                             | false
            number gt 9                              | true
            number gt 42                             | false
            number ge 42                             | true
            number lt 100                            | true
            number lt -100                           | false
            number le 41.99                          | false
            fee lt -1.4                              | true
            fee lt -1.6                              | false
            fee gt -10                               | true
            fee ge 0                                 | false
            issued eq "2026-01-31T08:00:00Z"         | true
            issued gt "2026-01-31T07:59:59Z"         | true
            issued lt "2026-01-31T08:00:00Z"         | false
            lost eq false                            | true
            lost eq true                             | false
            photo eq "aGVsbG8="                      | true
            page eq "https://example.com/A"          | true
            page eq "https://example.com/a"          | false
            tags eq "b"                              | true
            tags eq "c"                              | false
            desk.floor ge 3                          | true
            desk.room eq "r2"                        | false
            desk pr                                  | true
            doors.floor eq 10                        | true
            doors[value eq "lab" and floor gt 9]     | true
            doors[value eq "main" and floor gt 9]    | false
            doors eq "main"                          | true
            pin eq "99"                              | true
            serial pr                                | true
            """)
    void filtersByEveryType(String filter, boolean matches) {
        created();
        String mine = "userName eq \"%s\" and %s:%s".formatted(person.userName(), urn, filter);

        http.search(mine).hasStatus(200).has("totalResults", matches ? 1 : 0);
    }

    @Test
    void filtersBySchemaAndWithoutUrn() {
        created();
        http.search("schemas eq \"%s\"".formatted(urn)).has("totalResults", 1);
        http.search("number gt 41 and userName eq \"%s\"".formatted(person.userName()))
                .has("totalResults", 1);
    }

    @Test
    void sortsNumbersByValue() {
        List<String> ids = Stream.of("10", "9", "-3", "-20", "1.5E2")
                .map(number -> {
                    String values = "\"%s\": {\"number\": %s, \"level\": \"sorted\"}".formatted(urn, number);
                    Answer user = http.post("/Users", Person.random().document(values))
                            .hasStatus(201);
                    users.add(user.text("id"));
                    return user.text("id");
                })
                .toList();
        String page =
                "/Users?filter=%s&sortBy=%s:number".formatted(ScimClient.encoded(urn + ":level eq \"sorted\""), urn);

        assertThat(http.get(page).hasStatus(200).objects("Resources"))
                .extracting(user -> user.getString("id"))
                .containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0), ids.get(4));
        assertThat(http.get(page + "&sortOrder=descending&cursor=&count=2").objects("Resources"))
                .extracting(user -> user.getString("id"))
                .containsExactly(ids.get(4), ids.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number co 4             | not with co, sw or ew
            number sw 4             | not with co, sw or ew
            number eq "42"          | to a number without quotes
            fee ew 5                | not with co, sw or ew
            lost gt true            | eq or ne to true or false
            issued co "2026"        | a date and time
            photo co "a"            | eq or ne
            desk eq "R1"            | is complex
            size eq "L"             | is not an attribute of User
            doors[size eq 1]        | no sub-attribute 'size'
            """)
    void refusesFilters(String filter, String problem) {
        http.search(urn + ":" + filter).isScimError(400, "invalidFilter").saying(problem);
    }

    @Test
    void isPatched_byPathsAndKeys() {
        String id = created().text("id");

        patch(id, "{\"op\":\"replace\",\"path\":\"%s:number\",\"value\":7}").has(urn + "/number", 7);
        patch(id, "{\"op\":\"add\",\"path\":\"%s:tags\",\"value\":[\"c\"]}").has(urn + "/tags/2", "c");
        patch(id, "{\"op\":\"add\",\"value\":{\"%s:color\":\"blue\"}}").has(urn + "/color", "blue");
        patch(id, "{\"op\":\"replace\",\"value\":{\"%s\":{\"fee\":2.5}}}")
                .has(urn + "/fee", "2.5")
                .has(urn + "/color", "blue");
        patch(id, "{\"op\":\"replace\",\"path\":\"%s:doors[value eq \\\"Lab\\\"].floor\",\"value\":11}")
                .has(urn + "/doors/0/floor", 1)
                .has(urn + "/doors/1/floor", 11);
        patch(id, "{\"op\":\"remove\",\"path\":\"%s:doors[floor lt 9]\"}")
                .has(urn + "/doors/0/value", "Lab")
                .lacks(urn + "/doors/1");
        patch(id, "{\"op\":\"replace\",\"path\":\"%s:desk.room\",\"value\":\"R2\"}")
                .has(urn + "/desk/room", "R2")
                .has(urn + "/desk/floor", 3);
        patch(id, "{\"op\":\"remove\",\"path\":\"%s:issued\"}").lacks(urn + "/issued");
        Answer patched = patch(id, "{\"op\":\"remove\",\"path\":\"%s:lost\"}");

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(patched)
                .changes(urn + ":lost", false, null)
                .changesOnly(urn + ":lost");
        http.search("%s:number eq 7 and %s:doors[floor eq 11]".formatted(urn, urn))
                .has("totalResults", 1);
        http.search("%s:number eq 42".formatted(urn)).has("totalResults", 0);
        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"%s:size\",\"value\":1}".formatted(urn))
                .isScimError(400, "invalidPath");
        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"%s:number\",\"value\":\"x\"}".formatted(urn))
                .isScimError(400, "invalidValue");
    }

    private Answer patch(String id, String operation) {
        return http.patchUser(id, operation.formatted(urn)).hasStatus(200);
    }

    @Test
    void isReplaced_byPut() {
        String id = created().text("id");

        Answer answer = put(id, "{\"number\": 8, \"doors\": [{\"value\": \"Roof\"}]}")
                .hasStatus(200)
                .hasSchema(urn)
                .has(urn + "/number", 8)
                .has(urn + "/doors/0/value", "Roof")
                .lacks(urn + "/color")
                .lacks(urn + "/doors/1");

        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(answer)
                .changes(urn + ":number", 42, 8)
                .changes(urn + ":color", "Red", null);
    }

    @Test
    void keepsImmutableValues_thatWereGivenOnce() {
        String id = created().text("id");

        put(id, "{\"serial\": \"S2\"}").isScimError(400, "mutability").saying(urn + ":serial");
        http.patchUser(id, "{\"op\":\"remove\",\"path\":\"%s:serial\"}".formatted(urn))
                .isScimError(400, "mutability");
        put(id, "{\"serial\": \"S1\", \"number\": 1}").hasStatus(200).has(urn + "/number", 1);
        put(id, "{\"number\": 2}").hasStatus(200).has(urn + "/serial", "S1");

        workspace
                .putSchema(urn, schema(ATTRIBUTES.replace("immutable", "readWrite")))
                .hasStatus(200);
        patch(id, "{\"op\":\"remove\",\"path\":\"%s\"}").lacks(urn);
    }

    @Test
    void takesAnImmutableValue_whenThereIsNone() {
        String without = idOfOther();
        patch(without, "{\"op\":\"add\",\"path\":\"%s:serial\",\"value\":\"S9\"}")
                .has(urn + "/serial", "S9");
        http.patchUser(without, "{\"op\":\"add\",\"path\":\"%s:serial\",\"value\":\"S8\"}".formatted(urn))
                .isScimError(400, "mutability");
    }

    @Test
    void freezesItsAttributes_whereOnlyNamesAreUpdated() {
        String id = created().text("id");
        workspace.settings("{\"attributeUpdates\":\"names\"}");

        assertThat(http.get("/Schemas/" + urn).objects("attributes"))
                .extracting(attribute -> attribute.getString("mutability"))
                .containsOnly("immutable");
        put(id, "{\"number\": 8, \"serial\": \"S2\", \"level\": \"top\"}")
                .hasStatus(200)
                .has(urn + "/number", 42)
                .has(urn + "/serial", "S1");
        assertThat(workspace.lastChangeOf(person.userName()).entry().toString())
                .contains("\"ignoredAttributes\"", urn + ":number", urn + ":serial")
                .doesNotContain(urn + ":level");
    }

    @Test
    void returnsWhatIsAskedFor() {
        Answer created = created().has(urn + "/pin", "99");
        String user = "/Users/" + created.text("id");

        http.get(user).lacks(urn + "/pin").has(urn + "/level", "top").has(urn + "/color", "Red");
        http.get(user + "?attributes=" + urn + ":number," + urn + ":pin")
                .has(urn + "/number", 42)
                .has(urn + "/pin", "99")
                .has(urn + "/level", "top")
                .lacks(urn + "/color")
                .lacks("userName");
        http.get(user + "?attributes=" + urn + ":doors.value")
                .has(urn + "/doors/0/value", "Main")
                .lacks(urn + "/doors/0/floor");
        http.get(user + "?attributes=" + urn).has(urn + "/color", "Red").lacks("userName");
        http.get(user + "?excludedAttributes=" + urn + ":number")
                .lacks(urn + "/number")
                .has(urn + "/color", "Red")
                .has("userName");
        http.get(user + "?excludedAttributes=" + urn).has(urn + "/level", "top").lacks(urn + "/color");
        http.find(person.userName()).has("Resources/0/" + urn + "/number", 42).lacks("Resources/0/" + urn + "/pin");
        patch(created.text("id"), "{\"op\":\"replace\",\"path\":\"%s:color\",\"value\":\"blue\"}")
                .lacks(urn + "/pin");
        patch(created.text("id"), "{\"op\":\"replace\",\"path\":\"%s:pin\",\"value\":\"1\"}")
                .has(urn + "/pin", "1");
    }

    @Test
    void ignoresUrnsThatNobodyHasAdded() {
        Answer created = http.post("/Users", person.document("\"urn:acme:unknown\": {\"x\": 1}"))
                .hasStatus(201);
        users.add(created.text("id"));

        assertThat(http.user(created.text("id")).body()).doesNotContain("urn:acme:unknown");
    }

    @Test
    void grows_whileUsersHaveValues() {
        String id = created().text("id");
        String grown = ATTRIBUTES.replace("Its color.", "Better.") + ", {\"name\": \"size\"}";

        Answer answer = workspace.putSchema(urn, schema(grown)).hasStatus(200);

        workspace.lastChangeOf(urn).isSchema("UPDATE", urn).isBy(answer).changesOnly("attributes");
        http.get("/Schemas/" + urn).has("attributes/0/description", "Better.").has("attributes/14/name", "size");
        patch(id, "{\"op\":\"add\",\"path\":\"%s:size\",\"value\":\"L\"}").has(urn + "/size", "L");
        http.search(urn + ":size eq \"l\"").has("totalResults", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "number", "type": "integer"}, |                                                     | number
            {"name": "number", "type": "integer"}  | {"name": "number", "type": "decimal"}               | number
            {"name": "code", "caseExact": true}    | {"name": "code"}                                    | code
            {"name": "tags", "multiValued": true}  | {"name": "tags"}                                    | tags
            {"name": "room"},                      |                                                     | desk.room
            """)
    void keepsWhatUsersHaveValuesOf(String part, String other, String path) {
        String id = created().text("id");
        String changed = ATTRIBUTES.replace(part, other == null ? "" : other);
        assertThat(changed).isNotEqualTo(ATTRIBUTES);
        int entries = workspace.audit(urn).size();

        Answer refusal = workspace.putSchema(urn, schema(changed)).isCortexError(409, "CONFLICT");

        assertThat(refusal.text("message")).contains(urn + ":" + path, "would be lost");
        assertThat(workspace.audit(urn)).hasSize(entries);
        http.user(id).has(urn + "/number", 42);
        http.delete("/Users/" + id).hasStatus(204);
        workspace.putSchema(urn, schema(changed)).hasStatus(200);
    }

    @Test
    void stays_whileUsersHaveValues() {
        String id = created().text("id");

        Answer refusal = workspace.deleteSchema(urn).isCortexError(409, "CONFLICT");

        assertThat(refusal.text("message")).contains(urn, "would be lost");
        http.get("/Schemas/" + urn).hasStatus(200);
        http.delete("/Users/" + id).hasStatus(204);
        Answer gone = workspace.deleteSchema(urn).hasStatus(204);
        workspace
                .lastChangeOf(urn)
                .isSchema("DELETE", urn)
                .isBy(gone)
                .changes("name", "Badge", null)
                .changesOnly("id", "name", "description", "attributes");
    }

    @Test
    void refusesDefinitions_andChangesNothing() {
        workspace.putSchema("urn:acme:other", schema(ATTRIBUTES)).isCortexError(400, "BAD_REQUEST");
        workspace.putSchema(urn, "[]").isCortexError(400, "BAD_REQUEST");
        workspace
                .putSchema(urn, schema("{\"name\": \"x\", \"required\": true}"))
                .isCortexError(400, "BAD_REQUEST");
        workspace
                .putSchema(ENTERPRISE, schema(ATTRIBUTES).replace(urn, ENTERPRISE))
                .isCortexError(400, "BAD_REQUEST");
        String capitals = urn.replace("acme", "ACME");
        Answer spelled = workspace
                .putSchema(capitals, schema(ATTRIBUTES).replace(urn, capitals))
                .isCortexError(400, "BAD_REQUEST");
        assertThat(spelled.text("message")).contains("spelled '" + urn);
        String below = urn + ":more";
        Answer alike = workspace
                .putSchema(below, schema(ATTRIBUTES).replace(urn, below))
                .isCortexError(400, "BAD_REQUEST");
        assertThat(alike.text("message")).contains("overlaps with");

        workspace.schema(urn).has("attributes/13/name", "level").lacks("attributes/14");
        assertThat(workspace.audit(urn)).hasSize(1);
        assertThat(workspace.audit(below)).isEmpty();
    }

    @Test
    void isForAdminsOnly() {
        ScimClient stranger = workspace.http().without("Authorization");

        stranger.get("//api/v1/scim/schemas").isCortexError(401, "FORBIDDEN");
        stranger.put("//api/v1/scim/schemas/" + urn, schema(ATTRIBUTES)).isCortexError(401, "FORBIDDEN");
        stranger.delete("//api/v1/scim/schemas/" + urn).isCortexError(401, "FORBIDDEN");
    }

    @Test
    void isWrittenToTheAuditLog() {
        Answer second = workspace.putSchema(urn, schema(ATTRIBUTES).replace("\"Badge\"", "\"Card\""));

        workspace
                .lastChangeOf(urn)
                .isSchema("UPDATE", urn)
                .isBy(second)
                .changes("name", "Badge", "Card")
                .changesOnly("name");
        assertThat(workspace.audit(urn)).hasSize(2);
        new AuditedChange(workspace.audit(urn).get(1)).isSchema("CREATE", urn).changes("id", null, urn);
    }

    /** Whoever comes first wins; nobody keeps a value that no schema describes. */
    @Test
    void neverStrandsAValue_whenItIsRemovedMeanwhile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            workspace.putSchema(urn, schema(ATTRIBUTES));
            Future<String> first = callers.submit(this::idOfAnother);
            // Sooner or later, so that now the users come first and now the removal.
            int pause = round % 15;
            Future<Answer> removal = callers.submit(() -> {
                Thread.sleep(15 - pause);
                return workspace.deleteSchema(urn);
            });
            Thread.sleep(pause);
            Future<String> second = callers.submit(this::idOfAnother);
            boolean isGone = removal.get().status() == 204;
            for (String id : List.of(first.get(), second.get())) {
                users.add(id);
                if (isGone) {
                    assertThat(http.user(id).hasStatus(200).body()).doesNotContain(urn);
                }
                http.delete("/Users/" + id).hasStatus(204);
            }
            assertThat(removal.get().status()).isIn(204, 409);
        }
    }

    private String idOfAnother() {
        return http.post("/Users", Person.random().document("\"%s\": %s".formatted(urn, VALUES)))
                .hasStatus(201)
                .text("id");
    }

    private Answer created() {
        Answer created = http.post("/Users", person.document("\"%s\": %s".formatted(urn, VALUES)))
                .hasStatus(201);
        users.add(created.text("id"));
        return created;
    }

    private Answer put(String id, String values) {
        return http.put("/Users/" + id, person.document("\"%s\": %s".formatted(urn, values)));
    }

    private String schema(String attributes) {
        return """
                {"id": "%s", "name": "Badge", "description": "What opens doors.", "attributes": [%s]}""".formatted(urn, attributes);
    }
}
