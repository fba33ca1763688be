package org.cortexscim.clients.entra;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Entra application does in its cycles, with and without the flag in its Tenant URL. */
@ExtendWith(FreshWorkspace.class)
interface EntraLifecycle {
    Workspace WORKSPACE = Workspace.ofServiceUnderTest();

    EntraApp entra();

    @BeforeEach
    default void givenEntrasSettings() {
        WORKSPACE.settings(EntraApp.SETTINGS);
    }

    @Test
    default void testsTheConnection_byAskingForNobody() {
        for (Answer nobody : new Answer[] {
            entra().findUsers("userName eq \"%s\"".formatted(UUID.randomUUID())),
            entra().findGroups("displayName eq \"%s\"".formatted(UUID.randomUUID()))
        }) {
            nobody.hasSchema("urn:ietf:params:scim:api:messages:2.0:ListResponse")
                    .has("totalResults", 0)
                    .has("itemsPerPage", 0);
            assertThat(nobody.json().getJsonArray("Resources")).isEmpty();
        }
    }

    @Test
    default void createsTheUser() {
        Person person = Person.random();
        String name = person.givenName() + " " + person.familyName();

        Answer created = entra().create(person);

        created.has("externalId", EntraApp.externalId(person))
                .has("active", true)
                .has("displayName", name)
                .has("name/formatted", name)
                .has("emails/0/value", person.userName())
                .has(EntraApp.ENTERPRISE + "/department", "Sales")
                .hasHeader("Location", created.text("meta/location"))
                .lacks("roles")
                .lacks("title")
                .lacks(EntraApp.ENTERPRISE + "/employeeNumber");
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"%1$s\"",
                "externalId eq \"%2$s\"",
                "emails[type eq \"work\"].value eq \"%1$s\"",
                "emails[type eq \"work\" and value eq \"%1$s\"]",
                "id eq \"%3$s\""
            })
    default void matchesTheUser(String filter) {
        Person person = Person.random();
        String id = entra().create(person).text("id");

        entra().findUsers(filter.formatted(person.userName(), EntraApp.externalId(person), id))
                .has("totalResults", 1)
                .has("Resources/0/id", id);
    }

    @Test
    default void updatesWhatItsMappingsName() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        entra().add(id, Map.of("title", "Clerk", "addresses[type eq \"work\"].country", "NO"))
                .hasStatus(200)
                .has("title", "Clerk")
                .has("addresses/0/type", "work")
                .has("addresses/0/country", "NO");

        Answer updated = entra().replace(
                        id,
                        Map.of(
                                "displayName",
                                "Bjfe",
                                "name.givenName",
                                "Kkom",
                                "name.familyName",
                                "Unua",
                                "title",
                                "Boss",
                                "externalId",
                                "e-" + person.userName(),
                                EntraApp.ENTERPRISE + ":employeeNumber",
                                "Aklq"));

        updated.hasStatus(200)
                .has("displayName", "Bjfe")
                .has("name/givenName", "Kkom")
                .has("name/familyName", "Unua")
                .has("title", "Boss")
                .has("externalId", "e-" + person.userName())
                .has(EntraApp.ENTERPRISE + "/employeeNumber", "Aklq")
                .has(EntraApp.ENTERPRISE + "/department", "Sales");
        assertThat(entra().user(id).hasStatus(200).json()).isEqualTo(updated.json());
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changes("title", "Clerk", "Boss")
                .changesOnly(
                        "displayName",
                        "name.givenName",
                        "name.familyName",
                        "title",
                        "externalId",
                        EntraApp.ENTERPRISE + ":employeeNumber")
                .ignores();
    }

    @Test
    default void changesNothing_whenTheSameIsSentAgain() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        JsonObject before = entra().user(id).json();

        JsonObject answered = entra().replace(
                        id, Map.of("name.givenName", person.givenName(), "userName", person.userName()))
                .hasStatus(200)
                .json();

        assertThat(answered).isEqualTo(before);
        assertThat(WORKSPACE.audit(person.userName())).hasSize(1);
    }

    @Test
    default void renamesTheUser_whenThePrincipalNameChanges() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        String renamed = "new-" + person.userName();

        Answer updated = entra().replace(id, Map.of("userName", renamed, "emails[type eq \"work\"].value", renamed))
                .hasStatus(200)
                .has("userName", renamed)
                .has("emails/0/value", renamed)
                .has("emails/0/primary", true)
                .lacks("emails/1");

        entra().findUsers("userName eq \"%s\"".formatted(person.userName())).has("totalResults", 0);
        WORKSPACE
                .lastChangeOf(renamed)
                .isUser("UPDATE", "UPDATED", renamed, id)
                .isBy(updated)
                .changes("userName", person.userName(), renamed)
                .changesOnly("userName", "emails");
    }

    @Test
    default void setsAndClearsTheManager() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        String boss = entra().create(Person.random()).text("id");

        entra().change(id, "Add", "manager", Json.createValue(boss))
                .hasStatus(200)
                .has(EntraApp.ENTERPRISE + "/manager/value", boss);
        entra().management(id, boss).has("totalResults", 1).has("Resources/0/id", id);
        entra().management(id, "somebody-else").has("totalResults", 0);
        WORKSPACE.lastChangeOf(person.userName()).changesOnly(EntraApp.ENTERPRISE + ":manager.value");

        entra().change(id, "Replace", EntraApp.ENTERPRISE + ":manager", Json.createValue(""))
                .hasStatus(200)
                .lacks(EntraApp.ENTERPRISE + "/manager");
        WORKSPACE.lastChangeOf(person.userName()).changes(EntraApp.ENTERPRISE + ":manager.value", boss, null);
    }

    @Test
    default void disablesAndEnables_underTheSameId() {
        Person person = Person.random();
        String id = entra().create(person).text("id");

        Answer disabled = entra().disable(id).hasStatus(200).has("active", false);
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(disabled)
                .changesOnly("active");
        entra().findUsers("userName eq \"%s\"".formatted(person.userName()))
                .has("Resources/0/id", id)
                .has("Resources/0/active", false);

        Answer enabled = entra().enable(id).hasStatus(200).has("active", true).has("id", id);
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(enabled)
                .changesOnly("active");
    }

    @Test
    default void deletesTheUser_forGood() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        entra().disable(id).hasStatus(200);

        Answer deleted = entra().deleteUser(id).hasStatus(204);

        entra().user(id).isScimError(404);
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("DELETE", "DELETED", person.userName(), id)
                .isBy(deleted);
        entra().create(person);
    }

    @Test
    default void provisionsAGroup() {
        String name = "Entra " + UUID.randomUUID();
        entra().findGroups("displayName eq \"%s\"".formatted(name)).has("totalResults", 0);

        Answer created = entra().createGroup(name)
                .has("displayName", name)
                .has("externalId")
                .lacks("members");
        String group = created.text("id");
        WORKSPACE.lastChangeOf(name).isGroup("CREATE", name, group).isBy(created);

        entra().group(group).hasStatus(200).has("id", group).lacks("members");
        entra().findGroups("externalId eq \"%s\"".formatted(created.text("externalId")))
                .has("Resources/0/id", group);
        Answer renamed = entra().renameGroup(group, name + " 2");
        assertThat(renamed.status()).isIn(200, 204);
        WORKSPACE
                .lastChangeOf(name + " 2")
                .isGroup("UPDATE", name + " 2", group)
                .changesOnly("displayName");

        Answer deleted = entra().deleteGroup(group).hasStatus(204);
        entra().group(group).isScimError(404);
        WORKSPACE
                .lastChangeOf(name + " 2")
                .isGroup("DELETE", name + " 2", group)
                .isBy(deleted);
    }

    @Test
    default void movesMembers_andAsksForThem() {
        String anna = entra().create(Person.random()).text("id");
        String bert = entra().create(Person.random()).text("id");
        String name = "Entra " + UUID.randomUUID();
        String group = entra().createGroup(name).text("id");

        Answer added = entra().addMembers(group, anna, bert).hasStatus(204);
        WORKSPACE.lastChangeOf(name).isGroup("UPDATE", name, group).isBy(added).adds(anna, bert);
        entra().membership(group, anna).has("totalResults", 1).has("Resources/0/id", group);

        Answer removed = entra().removeMember(group, anna).hasStatus(204);
        WORKSPACE
                .lastChangeOf(name)
                .isGroup("UPDATE", name, group)
                .isBy(removed)
                .removes(anna);
        entra().membership(group, anna).has("totalResults", 0);
        entra().membership(group, bert).has("totalResults", 1);

        entra().renameGroup(group, name + " 2");
        entra().membership(group, bert).has("totalResults", 1);
    }

    @Test
    default void takesRolesFromItsMappings() {
        Person person = Person.random();
        String id = entra().create(person).text("id");
        JsonValue roles = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("primary", false)
                        .add("type", "WindowsAzureActiveDirectoryRole")
                        .add("display", "User")
                        .add("value", "User"))
                .build();

        entra().change(id, "replace", "roles", roles)
                .hasStatus(200)
                .has("roles/0/value", "User")
                .has("roles/0/display", "User")
                .has("roles/0/type", "WindowsAzureActiveDirectoryRole")
                .lacks("roles/1");
        WORKSPACE
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .changesOnly("roles");
    }
}
