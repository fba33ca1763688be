package org.cortexscim.clients.onelogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OneLogin: users by PUT, groups by PATCH, from an edited template.
 *
 * <p>Settings: the defaults. {@code attributeUpdates: all} where more than names shall follow.
 */
@ExtendWith(FreshWorkspace.class)
class OneLoginReplayIT {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final OneLoginApp oneLogin = new OneLoginApp();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @Test
    void testsTheConnection() {
        Answer nobody = oneLogin.find("nobody-" + UUID.randomUUID()).has("totalResults", 0);

        assertThat(nobody.header("Content-Type")).get().asString().startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", ""})
    void createsTheUser_fromItsTemplate(String active) {
        Answer created = oneLogin.create(person, active);

        created.has("userName", person.userName())
                .has("active", true)
                .has("externalId", "123456789")
                .has("emails/0/value", person.userName())
                .has("emails/0/primary", true)
                .has("title", "Clerk")
                .hasHeader("Location", created.text("meta/location"))
                .lacks("phoneNumbers")
                .lacks(ENTERPRISE);
        assertThat(created.header("Content-Type")).get().asString().startsWith("application/json");
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created);
    }

    @Test
    void findsTheUser_pastTheStrayAmpersand() {
        String id = oneLogin.create(person, "true").text("id");

        oneLogin.find(person.userName()).has("totalResults", 1).has("Resources/0/id", id);
        oneLogin.users(http.total()).has("Resources/0/id", id).has("itemsPerPage", 1);
        oneLogin.user(id).hasStatus(200).has("userName", person.userName());
    }

    /** An active that the template leaves empty asks for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"true", ""})
    void updatesTheNames_byPut(String active) {
        String id = oneLogin.create(person, "true").text("id");

        Answer updated =
                oneLogin.update(id, new Person("New", person.familyName(), person.userName()), active, "Clerk");

        updated.hasStatus(200).has("id", id).has("name/givenName", "New").has("active", true);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changesOnly("name.givenName", "name.formatted")
                .ignores();
    }

    @Test
    void updatesTheTitle_onlyWhereAllMayChange() {
        String id = oneLogin.create(person, "true").text("id");

        oneLogin.update(id, person, "true", "Boss").hasStatus(200).has("title", "Clerk");
        workspace.lastChangeOf(person.userName()).ignores("title");

        workspace.settings("{\"attributeUpdates\":\"all\"}");
        oneLogin.update(id, person, "true", "Boss").hasStatus(200).has("title", "Boss");
        workspace.lastChangeOf(person.userName()).changesOnly("title").ignores();
    }

    @Test
    void suspendsAndActivates_underTheSameId() {
        String id = oneLogin.create(person, "true").text("id");

        Answer suspended =
                oneLogin.update(id, person, "false", "Clerk").hasStatus(200).has("active", false);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "DEACTIVATED", person.userName(), id)
                .isBy(suspended);
        oneLogin.update(id, person, "", "Clerk").hasStatus(200).has("active", false);

        Answer activated =
                oneLogin.update(id, person, "true", "Clerk").hasStatus(200).has("active", true);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(activated);
    }

    @Test
    void deletesTheUser_whereTheAdminChoseSo() {
        String id = oneLogin.create(person, "true").text("id");

        Answer deleted = oneLogin.delete(id).hasStatus(204);

        oneLogin.user(id).hasStatus(404);
        oneLogin.find(person.userName()).has("totalResults", 0);
        workspace
                .lastChangeOf(person.userName())
                .isUser("DELETE", "DELETED", person.userName(), id)
                .isBy(deleted);
    }

    @Test
    void patchesGroups() {
        String name = "OneLogin " + UUID.randomUUID();
        String id = oneLogin.create(person, "true").text("id");
        String group = oneLogin.createGroup(name).text("id");
        assertThat(oneLogin.groups().number("totalResults")).isPositive();

        Answer added = oneLogin.addMember(group, id).hasStatus(204);
        assertThat(http.members(group)).containsExactly(id);
        workspace.lastChangeOf(name).isGroup("UPDATE", name, group).isBy(added).adds(id);

        Answer removed = oneLogin.removeMember(group, id).hasStatus(204);
        assertThat(http.members(group)).isEmpty();
        workspace
                .lastChangeOf(name)
                .isGroup("UPDATE", name, group)
                .isBy(removed)
                .removes(id);
    }
}
