package org.cortexscim.clients.entra;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Entra ID with a plain Tenant URL: operations in capitals, one path each, booleans as texts.
 *
 * <p>Settings: {@code emailChange}, {@code attributeUpdates: all} and {@code reactivationByPatch}; principal names are
 * email addresses in form, so that {@code userNameFormat} stays.
 */
class EntraReplayIT implements EntraLifecycle {
    private final EntraApp entra = EntraApp.plain();
    private final Person person = Person.random();

    @Override
    public EntraApp entra() {
        return entra;
    }

    /** The probe of Test Connection has bare quotes around its random name. */
    @Test
    void testsTheConnection_withBareQuotes() {
        new RawConnection(Service.underTest())
                .send("GET", "/scim/v2/Users?filter=userName+eq+\"60b4b5cd-5d0d-4e1b-9e0c-1d6c2ab8e1f0\"")
                .hasStatus(200)
                .has("totalResults", 0);
    }

    /** Microsoft's samples miss a colon in the URN of the extension; nothing of it is known then. */
    @Test
    void takesTheMistypedExtension() {
        entra.post("/Users", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0User"],
                         "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"%s","active":true,"displayName":null,
                         "meta":{"resourceType":"User"},"name":{"formatted":"F","familyName":"F","givenName":"G"},"roles":[],
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0User":{"department":"D"}}""".formatted(person.userName()))
                .hasStatus(201)
                .lacks("displayName")
                .lacks(EntraApp.ENTERPRISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"False\"", "\"false\"", "false"})
    void disables_byTextAndByBoolean(String value) {
        String id = entra.create(person).text("id");

        JsonValue meant = value.startsWith("\"") ? Json.createValue(value.replace("\"", "")) : JsonValue.FALSE;
        entra.change(id, "Replace", "active", meant).hasStatus(200).has("active", false);

        WORKSPACE.lastChangeOf(person.userName()).isUser("UPDATE", "DEACTIVATED", person.userName(), id);
    }

    /** A value that the user did not have yet, by Replace: it is made from what the filter says. */
    @Test
    void replacesAnAddressThatIsNotThere() {
        String id = entra.create(person).text("id");

        entra.replace(id, Map.of("emails[type eq \"home\"].value", "home@example.com"))
                .hasStatus(200)
                .has("emails/0/value", person.userName())
                .has("emails/1/type", "home")
                .has("emails/1/value", "home@example.com");
        WORKSPACE.lastChangeOf(person.userName()).changesOnly("emails");
    }

    /** SingleAppRoleAssignment: part by part of a role that is not there yet. */
    @Test
    void setsTheOneRole() {
        String id = entra.create(person).text("id");

        entra.add(
                        id,
                        Map.of(
                                "roles[primary eq \"True\"].value", "admin",
                                "roles[primary eq \"True\"].display", "Admin",
                                "roles[primary eq \"True\"].type", "WindowsAzureActiveDirectoryRole"))
                .hasStatus(200)
                .has("roles/0/primary", true)
                .has("roles/0/value", "admin")
                .has("roles/0/display", "Admin")
                .has("roles/0/type", "WindowsAzureActiveDirectoryRole")
                .lacks("roles/1");
        WORKSPACE.lastChangeOf(person.userName()).changesOnly("roles");
    }

    /** AppRoleAssignmentsComplex: the role is JSON inside the text of its value. */
    @Test
    void addsARoleThatIsJsonInAText() {
        String id = entra.create(person).text("id");
        String role = "{\"id\":\"06b07648-ecfe-589f-9d2f-6325724a46ee\",\"value\":\"25\",\"displayName\":\"Role1234\"}";

        Answer updated = entra.change(
                id,
                "Add",
                "roles",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("value", role))
                        .build());

        updated.hasStatus(200).has("roles/0/value", "25").has("roles/0/display", "Role1234");
        WORKSPACE.lastChangeOf(person.userName()).isBy(updated).changesOnly("roles");
    }

    /** A POST writes the display of a role as displayName and its primary as a text. */
    @Test
    void createsTheUserWithARole() {
        entra.post("/Users", person.document("""
                        "active":true,"roles":[{"primary":"True","type":"WindowsAzureActiveDirectoryRole","displayName":"Admin","value":"Admin"}]"""))
                .hasStatus(201)
                .has("roles/0/display", "Admin")
                .has("roles/0/primary", true);
    }

    /** With the default settings a cycle would try the same again and again: why Entra needs its settings. */
    @Test
    void neverSettles_underTheDefaultSettings() {
        String id = entra.create(person).text("id");
        WORKSPACE.reset();

        entra.replace(id, Map.of("title", "Boss")).hasStatus(200).lacks("title");
        entra.replace(id, Map.of("userName", "new-" + person.userName())).isScimError(400, "mutability");
        entra.disable(id).hasStatus(200);
        entra.enable(id).isScimError(400, "mutability");

        assertThat(entra.user(id).text("userName")).isEqualTo(person.userName());
    }
}
