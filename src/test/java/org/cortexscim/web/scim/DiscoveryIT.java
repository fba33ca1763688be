package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says of itself (RFC 7643 §5 to §7), and that it is true. */
@ExtendWith(FreshWorkspace.class)
class DiscoveryIT {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String PLURAL = "value display type primary";

    /** Every attribute of RFC 7643 §4.1 with its sub-attributes. */
    private static final Map<String, String> CORE = Map.ofEntries(
            Map.entry("userName", ""),
            Map.entry("name", "formatted familyName givenName middleName honorificPrefix honorificSuffix"),
            Map.entry("displayName", ""),
            Map.entry("nickName", ""),
            Map.entry("profileUrl", ""),
            Map.entry("title", ""),
            Map.entry("userType", ""),
            Map.entry("preferredLanguage", ""),
            Map.entry("locale", ""),
            Map.entry("timezone", ""),
            Map.entry("active", ""),
            Map.entry("password", ""),
            Map.entry("emails", PLURAL),
            Map.entry("phoneNumbers", PLURAL),
            Map.entry("ims", PLURAL),
            Map.entry("photos", PLURAL),
            Map.entry("addresses", "formatted streetAddress locality region postalCode country type primary"),
            Map.entry("groups", "value $ref display type"),
            Map.entry("entitlements", PLURAL),
            Map.entry("roles", PLURAL),
            Map.entry("x509Certificates", PLURAL));

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ServiceProviderConfig",
                "/ResourceTypes",
                "/ResourceTypes/User",
                "/Schemas",
                "/Schemas/" + USER,
                "/Schemas/" + ENTERPRISE
            })
    void isReadOnly_andHasNoNulls(String path) {
        Answer document = http.get(path).hasStatus(200).has("schemas/0");
        assertThat(values(document.json())).doesNotContain(JsonValue.NULL);

        Stream.of(http.post(path, "{}"), http.put(path, "{}"), http.patch(path, "{}"), http.delete(path))
                .forEach(answer -> {
                    answer.isScimError(405);
                    assertThat(answer.header("Allow"))
                            .get()
                            .asString()
                            .contains("GET")
                            .doesNotContain("POST", "PUT");
                });
    }

    @Test
    void tellsWhatTheServiceCanDo() {
        Answer config = http.get("/ServiceProviderConfig")
                .hasSchema("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig")
                .has("patch/supported", true)
                .has("bulk/supported")
                .has("filter/supported", true)
                .has("changePassword/supported", false)
                .has("sort/supported")
                .has("etag/supported", true)
                .has("authenticationSchemes/0/type")
                .has("authenticationSchemes/0/name")
                .has("authenticationSchemes/0/description")
                .has("meta/resourceType", "ServiceProviderConfig");
        assertThat(config.number("filter/maxResults")).isGreaterThanOrEqualTo(100);
        assertThat(config.number("bulk/maxOperations")).isNotNegative();
        assertThat(config.number("bulk/maxPayloadSize")).isNotNegative();
        assertThat(config.text("meta/location")).endsWith("/scim/v2/ServiceProviderConfig");
    }

    /** RFC 7643 §3.1: an answer that is one resource names its URL. */
    @Test
    void namesTheUrlOfOneResource(Workspace workspace) {
        workspace.settings("{\"roleProvisioning\":true,\"groupPatchBody\":true}");
        Person person = Person.random();
        Answer user = http.create(person);
        String id = user.text("id");
        Answer group = http.post("/Groups", "{\"displayName\":\"%s\"}".formatted(person.familyName()));
        String role = http.get("/Roles").text("Resources/0/id");

        Stream.of(
                        user,
                        http.user(id),
                        http.put("/Users/" + id, person.document()),
                        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}"),
                        group,
                        http.get("/Groups/" + group.text("id")),
                        http.patchGroup(group.text("id"), "{\"op\":\"add\",\"path\":\"members\",\"value\":[]}"),
                        http.get("/Roles/" + role),
                        http.get("/Schemas/" + USER),
                        http.get("/ResourceTypes/User"),
                        http.get("/ServiceProviderConfig"))
                .forEach(answer -> answer.hasHeader("Content-Location", answer.text("meta/location"))
                        .hasHeader("Location", answer.text("meta/location")));
        http.get("/Users/" + id + "?attributes=userName")
                .lacks("meta")
                .hasHeader("Content-Location", user.text("meta/location"));
        assertThat(http.get("/Users").header("Content-Location")).isEmpty();
    }

    /** Outside clients stop at a schema that no resource type declares. */
    @Test
    void declaresEverySchema() {
        assertThat(http.get("/ServiceProviderConfig").json().getJsonArray("schemas"))
                .hasSize(1);
        assertThat(http.get("/Schemas").objects("Resources"))
                .extracting(schema -> schema.getString("id"))
                .containsExactlyInAnyOrder(USER, ENTERPRISE, "urn:ietf:params:scim:schemas:core:2.0:Group");
    }

    @Test
    void listsTheUserAsResourceType() {
        http.get("/ResourceTypes").hasSchema(LIST);
        Answer user = http.get("/ResourceTypes/User")
                .hasSchema("urn:ietf:params:scim:schemas:core:2.0:ResourceType")
                .has("id", "User")
                .has("name", "User")
                .has("endpoint", "/Users")
                .has("schema", USER)
                .has("schemaExtensions/0/schema", ENTERPRISE)
                .has("schemaExtensions/0/required", false)
                .has("meta/resourceType", "ResourceType");

        assertThat(http.get("/ResourceTypes").objects("Resources")).contains(user.json());
        http.get("/ResourceTypes/NoSuch").isScimError(404);
    }

    @Test
    void listsEverySchema() {
        Answer schemas = http.get("/Schemas").hasSchema(LIST);
        List<JsonObject> listed = schemas.objects("Resources");
        schemas.has("totalResults", listed.size())
                .has("itemsPerPage", listed.size())
                .has("startIndex", 1);

        for (JsonObject schema : listed) {
            Answer single = http.get("/Schemas/" + schema.getString("id"))
                    .hasSchema("urn:ietf:params:scim:schemas:core:2.0:Schema")
                    .has("meta/resourceType", "Schema");
            assertThat(single.json()).isEqualTo(schema);
            assertThat(single.text("meta/location")).endsWith("/scim/v2/Schemas/" + schema.getString("id"));
        }
        assertThat(listed).extracting(schema -> schema.getString("id")).contains(USER, ENTERPRISE);
        http.get("/Schemas/urn:no:such").isScimError(404);
    }

    @Test
    void definesEveryAttributeOfAUser() {
        List<JsonObject> attributes = http.get("/Schemas/" + USER).objects("attributes");

        assertThat(attributes).extracting(one -> one.getString("name")).containsAll(CORE.keySet());
        for (JsonObject attribute : attributes) {
            String name = attribute.getString("name");
            assertCharacteristics(attribute);
            if (CORE.containsKey(name)) {
                assertThat(subAttributes(attribute)).as(name).isEqualTo(CORE.get(name));
            }
        }
        JsonObject userName = named(attributes, "userName");
        assertThat(userName.getBoolean("required")).isTrue();
        assertThat(userName.getString("uniqueness")).isEqualTo("server");
        assertThat(userName.getBoolean("caseExact")).isFalse();
        assertThat(named(attributes, "password").getString("mutability")).isEqualTo("writeOnly");
        assertThat(named(attributes, "password").getString("returned")).isEqualTo("never");
        assertThat(named(attributes, "groups").getString("mutability")).isEqualTo("readOnly");
        assertThat(named(attributes, "active").getString("type")).isEqualTo("boolean");
        assertThat(named(attributes, "profileUrl").getJsonArray("referenceTypes"))
                .isNotEmpty();
    }

    @Test
    void definesEveryAttributeOfAnEnterpriseUser() {
        List<JsonObject> attributes = http.get("/Schemas/" + ENTERPRISE).objects("attributes");

        attributes.forEach(DiscoveryIT::assertCharacteristics);
        assertThat(attributes)
                .extracting(one -> one.getString("name"))
                .containsExactlyInAnyOrder(
                        "employeeNumber", "costCenter", "organization", "division", "department", "manager");
        assertThat(subAttributes(named(attributes, "manager"))).isEqualTo("value $ref displayName");
    }

    @Test
    void showsTheRulesInForce() {
        assertMutability("immutable", "title", "emails", "userName");
        assertMutability("readWrite", "active", "name");

        workspace.settings("{\"attributeUpdates\":\"all\"}");
        assertMutability("readWrite", "title", "active", "name", "addresses");
        assertMutability("immutable", "userName");

        workspace.settings("{\"emailChange\":true}");
        assertMutability("readWrite", "title", "emails", "userName");
    }

    @Test
    void advertisesEverythingItAnswers() {
        List<String> advertised = http.get("/Schemas/" + USER).objects("attributes").stream()
                .map(attribute -> attribute.getString("name"))
                .toList();

        assertThat(http.create(Person.random()).json().keySet())
                .allMatch(name -> advertised.contains(name)
                        || List.of("schemas", "id", "externalId", "meta").contains(name));
    }

    private void assertMutability(String expected, String... names) {
        List<JsonObject> attributes = http.get("/Schemas/" + USER).objects("attributes");
        for (String name : names) {
            assertThat(named(attributes, name).getString("mutability")).as(name).isEqualTo(expected);
        }
    }

    private static void assertCharacteristics(JsonObject attribute) {
        assertThat(attribute.keySet())
                .as(attribute.getString("name"))
                .contains("type", "multiValued", "description", "required", "mutability", "returned");
        assertThat(attribute.getString("description")).isNotBlank();
        if (attribute.getString("type").equals("complex")) {
            attribute
                    .getJsonArray("subAttributes")
                    .getValuesAs(JsonObject.class)
                    .forEach(DiscoveryIT::assertCharacteristics);
        } else if (attribute.getString("type").equals("string")) {
            assertThat(attribute.keySet()).contains("caseExact", "uniqueness");
        }
    }

    private static String subAttributes(JsonObject attribute) {
        JsonArray parts = attribute.getJsonArray("subAttributes");
        return parts == null ? "" : String.join(" ", parts.getValuesAs((JsonObject part) -> part.getString("name")));
    }

    private static JsonObject named(List<JsonObject> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every value in the document, at any depth. */
    private static Stream<JsonValue> values(JsonStructure document) {
        Stream<JsonValue> children =
                document instanceof JsonObject object ? object.values().stream() : document.asJsonArray().stream();
        return children.flatMap(child -> child instanceof JsonStructure inner
                ? Stream.concat(Stream.of(child), values(inner))
                : Stream.of(child));
    }
}
