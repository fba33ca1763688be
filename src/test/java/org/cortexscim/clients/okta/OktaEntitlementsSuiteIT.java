package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * "Okta SCIM 2.0 Entitlements Test", exported 2025-11-18, and the calls that Okta makes once entitlement management is
 * on.
 */
class OktaEntitlementsSuiteIT {
    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";

    private final ScimClient suite = ScimClient.ofServiceUnderTest().with("User-Agent", "OKTA SCIM Integration");
    private final ScimClient okta = ScimClient.ofServiceUnderTest();
    private final RoleDesk desk = new RoleDesk();

    @BeforeEach
    void givenRoleProvisioningIsOn() {
        desk.open();
    }

    @AfterEach
    void switchOff() {
        desk.close();
    }

    @Test
    void passesTheSuite_forEveryEntitlementEndpoint() {
        List<String> endpoints = entitlementEndpoints();
        assertThat(endpoints).containsExactly("/Roles");

        for (String endpoint : endpoints) {
            Answer answer = suite.get(endpoint + "?count=1&startIndex=1")
                    .hasStatus(200)
                    .hasSchema("urn:ietf:params:scim:api:messages:2.0:ListResponse")
                    .has("itemsPerPage", 1);
            assertThat(answer.objects("Resources")).isNotEmpty();
            assertThat(answer.number("startIndex")).isEqualTo(1);
            assertThat(answer.number("totalResults")).isPositive();
        }
    }

    /** ResourceTypes, Schemas, and then every page of every endpoint; each role needs an id and a name. */
    @Test
    void findsEveryRole_asEntitlementManagementReadsThem() {
        okta.get("/Schemas").hasStatus(200);
        List<JsonObject> roles = new ArrayList<>();
        for (String endpoint : entitlementEndpoints()) {
            int total;
            do {
                Answer page = okta.get(endpoint + "?startIndex=%d&count=2".formatted(roles.size() + 1))
                        .hasStatus(200);
                total = page.number("totalResults");
                roles.addAll(page.objects("Resources"));
            } while (roles.size() < total);
        }

        assertThat(roles).extracting(role -> role.getString("id")).contains("ADMIN", "MANAGER", "USER", "VIEWER");
        assertThat(roles).extracting(role -> role.getString("id")).doesNotHaveDuplicates();
        assertThat(roles).allSatisfy(role -> {
            assertThat(role.getString("displayName")).isNotBlank();
            assertThat(role.getString("description", "").length()).isLessThanOrEqualTo(1000);
            assertThat(role.getString("id")).doesNotContainAnyWhitespaces();
        });
    }

    /** Grants, changes and takes an entitlement as Okta does, and reads it back as an import does. */
    @Test
    void grantsARole() {
        Person person = Person.random();
        String id = okta.post("/Users", person.document("\"roles\":[{\"value\":\"VIEWER\",\"display\":\"Viewer\"}]"))
                .hasStatus(201)
                .has("roles/0/value", "VIEWER")
                .text("id");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");

        okta.put(
                        "/Users/" + id,
                        okta.user(id).body().replace("VIEWER", "MANAGER").replace("Viewer", "Manager"))
                .hasStatus(200)
                .has("roles/0/value", "MANAGER");
        okta.find(person.userName()).has("Resources/0/roles/0/value", "MANAGER");

        okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"roles\":[{\"value\":\"USER\"},{\"value\":\"VIEWER\"}]}}")
                .hasStatus(200);
        assertThat(desk.rolesOf(person)).containsExactly("USER", "VIEWER");

        okta.patchUser(id, "{\"op\":\"replace\",\"value\":{\"roles\":[]}}")
                .hasStatus(200)
                .lacks("roles");
        assertThat(desk.rolesOf(person)).containsExactly("VIEWER");
    }

    private List<String> entitlementEndpoints() {
        return okta.get("/ResourceTypes").hasStatus(200).objects("Resources").stream()
                .filter(type -> type.getString("schema").equals(ROLE))
                .map(type -> type.getString("endpoint"))
                .toList();
    }
}
