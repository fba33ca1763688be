package org.cortexscim.clients.jumpcloud;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * JumpCloud, which tests a connection by making a user and a group and taking both away again.
 *
 * <p>Settings: the defaults; both switches must be on for the test already.
 */
@ExtendWith(FreshWorkspace.class)
class JumpCloudReplayIT {
    private final JumpCloudApp jumpCloud = new JumpCloudApp();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private final String name = "JumpCloud " + UUID.randomUUID();

    @Test
    void activates_byATestUserAndATestGroup() {
        jumpCloud.find(person.userName()).has("totalResults", 0);
        String user = jumpCloud.create(person).text("id");
        jumpCloud.replace(user, person, true).hasStatus(200);
        String group = jumpCloud.createGroup(name).text("id");
        jumpCloud.addMember(group, user).hasStatus(204);

        Answer groupDeleted = jumpCloud.deleteGroup(group).hasStatus(204);
        Answer userDeleted = jumpCloud.deleteUser(user).hasStatus(204);

        jumpCloud.user(user).isScimError(404);
        workspace
                .lastChangeOf(name)
                .isGroup("DELETE", name, group)
                .isBy(groupDeleted)
                .removesInAll(1);
        workspace
                .lastChangeOf(person.userName())
                .isUser("DELETE", "DELETED", person.userName(), user)
                .isBy(userDeleted);
    }

    @Test
    void createsTheUser() {
        Answer created = jumpCloud.create(person);

        assertThat(created.json().get("id")).isInstanceOf(JsonString.class);
        created.has("externalId", "5f1e8c2d1f2e3a0001a2b3c4")
                .has("phoneNumbers/0/value", "tel:+1-201-555-0123")
                .lacks("addresses");
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created);
    }

    @Test
    void updatesByPut_andKeepsTheAddressThatIsNull() {
        String id = jumpCloud.create(person).text("id");

        Answer updated = jumpCloud.replace(id, new Person("New", person.familyName(), person.userName()), true);

        updated.hasStatus(200).has("name/givenName", "New").has("emails/0/value", person.userName());
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changesOnly("name.givenName", "displayName")
                .ignores();
    }

    @Test
    void deactivatesAndReactivates_byPut() {
        String id = jumpCloud.create(person).text("id");

        jumpCloud.replace(id, person, false).hasStatus(200).has("active", false);
        workspace.lastChangeOf(person.userName()).isUser("UPDATE", "DEACTIVATED", person.userName(), id);

        Answer back = jumpCloud.replace(id, person, true).hasStatus(200).has("active", true);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(back)
                .changesOnly("active");
    }

    @Test
    void removesOneMember_namedInTheValue() {
        String anna = jumpCloud.create(person).text("id");
        String bert = jumpCloud.create(Person.random()).text("id");
        String group = jumpCloud.createGroup(name).text("id");
        jumpCloud.addMember(group, anna).hasStatus(204);
        jumpCloud.addMember(group, bert).hasStatus(204);

        Answer removed = jumpCloud.removeMember(group, anna).hasStatus(204);

        assertThat(http.members(group)).containsExactly(bert);
        workspace
                .lastChangeOf(name)
                .isGroup("UPDATE", name, group)
                .isBy(removed)
                .removes(anna)
                .adds();
    }
}
