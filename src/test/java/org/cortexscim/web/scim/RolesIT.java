package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** /Roles: there while role provisioning is on, and read-only. */
@ExtendWith(FreshWorkspace.class)
class RolesIT {
    private static final String URN = "urn:okta:scim:schemas:core:1.0:Role";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final ScimClient plain = http.with("Accept", "*/*");
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        workspace.settings("{\"roleProvisioning\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "/Roles, roleProvisioning",
        "/Roles/ADMIN, roleProvisioning",
        "//api/v1/scim/role-mappings, roleProvisioning",
        "//api/v1/scim/group-role-mappings, roleProvisioning",
        "/ResourceTypes/Role, /ResourceTypes",
        "/Schemas/urn:okta:scim:schemas:core:1.0:Role, /Schemas"
    })
    void isAbsent_whileOff(String path, String named) {
        plain.get(path).hasStatus(200);

        workspace.settings("{\"roleProvisioning\":false}");

        assertThat(plain.get(path).hasStatus(404).body()).contains(named);
    }

    @Test
    void isInDiscovery_onlyWhileOn() {
        http.get("/ResourceTypes/Role")
                .has("id", "Role")
                .has("name", "Role")
                .has("endpoint", "/Roles")
                .has("schema", URN);
        assertThat(listed("/ResourceTypes")).containsExactly("User", "Group", "Role");
        assertThat(listed("/Schemas")).contains(URN);
        assertThat(mutabilityOfRoles()).isEqualTo("readWrite");

        workspace.settings("{\"roleProvisioning\":false}");

        assertThat(listed("/ResourceTypes")).containsExactly("User", "Group");
        assertThat(listed("/Schemas")).doesNotContain(URN);
        assertThat(mutabilityOfRoles()).isEqualTo("immutable");
    }

    @Test
    void listsTheBuiltInRoles() {
        Answer roles = http.get("/Roles")
                .hasStatus(200)
                .hasSchema("urn:ietf:params:scim:api:messages:2.0:ListResponse")
                .has("startIndex", 1);

        assertThat(ids(roles)).containsSubsequence("ADMIN", "MANAGER", "USER", "VIEWER");
        assertThat(roles.number("totalResults"))
                .isEqualTo(roles.number("itemsPerPage"))
                .isEqualTo(ids(roles).size());
        for (JsonObject role : roles.objects("Resources")) {
            Answer single = http.get("/Roles/" + role.getString("id")).hasStatus(200);
            assertThat(single.json()).isEqualTo(role);
            single.hasSchema(URN).has("displayName").has("meta/resourceType", "Role");
            assertThat(single.text("meta/location")).endsWith("/scim/v2/Roles/" + role.getString("id"));
        }
    }

    @Test
    void pagesExactly_inOneOrder() {
        List<String> all = ids(http.get("/Roles"));

        for (int i = 1; i <= all.size(); i++) {
            Answer page = http.get("/Roles?count=1&startIndex=" + i)
                    .has("itemsPerPage", 1)
                    .has("startIndex", i)
                    .has("totalResults", all.size());
            assertThat(ids(page)).containsExactly(all.get(i - 1));
        }
        http.get("/Roles?count=0").has("itemsPerPage", 0).has("totalResults", all.size());
        http.get("/Roles?startIndex=101&count=100").has("itemsPerPage", 0).has("totalResults", all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "NOSUCH", "010101001010101011001010101011", "ADMIN ", "%00"})
    void knowsNoOtherId(String id) {
        assertThat(http.get("/Roles/" + ScimClient.encoded(id)).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id eq \"ADMIN\"                                  | ADMIN",
                "id eq \"admin\"                                  | ''",
                "displayName eq \"admin\"                         | ADMIN",
                "DISPLAYNAME SW \"v\"                             | VIEWER",
                "displayName ew \"er\" and not (id sw \"U\")      | MANAGER VIEWER",
                "description co \"ENTITIES\"                      | USER",
                "description pr                                   | ADMIN MANAGER USER VIEWER",
                "id gt \"MANAGER\"                                | USER VIEWER",
                "id eq \"USER\" or displayName eq \"Viewer\"      | USER VIEWER",
                "urn:okta:scim:schemas:core:1.0:Role:displayName eq \"User\" | USER",
                "meta.resourceType eq \"Role\"                    | ADMIN MANAGER USER VIEWER",
                "schemas eq \"urn:okta:scim:schemas:core:1.0:Role\" | ADMIN MANAGER USER VIEWER",
                "externalId pr                                    | ''",
                "meta.created gt \"2020-01-01T00:00:00Z\"         | ''",
                "meta.version eq \"W/\\\"1\\\"\"                  | ''"
            })
    void filters(String filter, String expected) {
        Answer found = http.get("/Roles?filter=" + ScimClient.encoded(filter)).hasStatus(200);

        assertThat(String.join(" ", builtIn(found))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName eq \"x\"", "displayName[value eq \"x\"]", "id eq", "members pr"})
    void refusesAWrongFilter(String filter) {
        http.get("/Roles?filter=" + ScimClient.encoded(filter)).isScimError(400, "invalidFilter");
    }

    @Test
    void projects() {
        http.get("/Roles/ADMIN?attributes=displayName")
                .has("id", "ADMIN")
                .has("displayName")
                .lacks("description")
                .lacks("meta");
        http.get("/Roles?excludedAttributes=description,meta")
                .has("Resources/0/id")
                .has("Resources/0/displayName")
                .lacks("Resources/0/description")
                .lacks("Resources/0/meta");
    }

    @Test
    void isReadOnly() {
        Stream.of(
                        http.post("/Roles", "{\"displayName\":\"x\"}"),
                        http.put("/Roles/ADMIN", "{\"displayName\":\"x\"}"),
                        http.patch("/Roles/ADMIN", "{}"),
                        http.delete("/Roles/ADMIN"))
                .forEach(answer -> {
                    answer.isScimError(405);
                    assertThat(answer.header("Allow")).get().asString().contains("GET");
                });
        http.get("/Roles/ADMIN").hasStatus(200);
    }

    private List<String> listed(String path) {
        return ids(http.get(path));
    }

    private static List<String> ids(Answer list) {
        return list.hasStatus(200).objects("Resources").stream()
                .map(one -> one.getString("id"))
                .toList();
    }

    /** Without the custom roles that other tests may have made. */
    private static List<String> builtIn(Answer list) {
        return ids(list).stream()
                .filter(List.of("ADMIN", "MANAGER", "USER", "VIEWER")::contains)
                .toList();
    }

    private String mutabilityOfRoles() {
        return http.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User").objects("attributes").stream()
                .filter(attribute -> attribute.getString("name").equals("roles"))
                .findFirst()
                .orElseThrow()
                .getString("mutability");
    }
}
