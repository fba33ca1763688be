package org.cortexscim.clients.ping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
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
 * PingFederate's SCIM Provisioner.
 *
 * <p>Settings: the defaults, since it reactivates by PUT.
 */
@ExtendWith(FreshWorkspace.class)
class PingFederateReplayIT {
    private final PingFederateApp ping = new PingFederateApp();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();
    private final String name = "Ping " + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"userName", "emails"})
    void findsTheUser(String attribute) {
        ping.find(attribute, person.userName()).has("totalResults", 0);
        String id = ping.create(person, true).text("id");

        ping.find(attribute, person.userName()).has("totalResults", 1).has("Resources/0/id", id);
    }

    @Test
    void provisionsADisabledUser() {
        Answer created = ping.create(person, false).has("active", false);

        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created);
    }

    @Test
    void updates_disables_andEnables_byPut() {
        String id = ping.create(person, true).text("id");

        ping.replace(id, new Person("New", person.familyName(), person.userName()), true)
                .hasStatus(200)
                .has("name/givenName", "New");
        workspace.lastChangeOf(person.userName()).changesOnly("name.givenName");

        Person renamed = new Person("New", person.familyName(), person.userName());
        ping.replace(id, renamed, false).hasStatus(200).has("active", false);
        workspace.lastChangeOf(person.userName()).isUser("UPDATE", "DEACTIVATED", person.userName(), id);

        Answer enabled = ping.replace(id, renamed, true).hasStatus(200).has("active", true);
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "REACTIVATED", person.userName(), id)
                .isBy(enabled);
    }

    @Test
    void deletesTheUser_whereTheAdminChoseSo() {
        String id = ping.create(person, true).text("id");

        Answer deleted = ping.deleteUser(id).hasStatus(204);

        http.user(id).isScimError(404);
        workspace
                .lastChangeOf(person.userName())
                .isUser("DELETE", "DELETED", person.userName(), id)
                .isBy(deleted);
    }

    /** More groups than fit on a page: the one that is looked for is on a later page. */
    @Test
    void findsAGroup_amongAllGroups() {
        IntStream.range(0, 110).parallel().forEach(i -> ping.createGroup(name + " " + i));
        assertThat(ping.findGroup(name)).isEmpty();

        String group = ping.createGroup(name).text("id");

        assertThat(ping.findGroup(name))
                .get()
                .extracting(found -> found.getString("id"))
                .isEqualTo(group);
        workspace.lastChangeOf(name).isGroup("CREATE", name, group);
    }

    @Test
    void pushesMembers_byPutAndByPatch() {
        String anna = ping.create(person, true).text("id");
        String bert = ping.create(Person.random(), true).text("id");
        String group = ping.createGroup(name).text("id");

        ping.replaceGroup(group, name, anna).hasStatus(200);
        workspace.lastChangeOf(name).isGroup("UPDATE", name, group).adds(anna);
        ping.patchGroup(group, "add", bert).hasStatus(204);
        workspace.lastChangeOf(name).adds(bert);
        assertThat(http.members(group)).containsExactlyInAnyOrder(anna, bert);

        ping.patchGroup(group, "remove", anna).hasStatus(204);
        workspace.lastChangeOf(name).removes(anna);
        ping.replaceGroup(group, name + " 2", bert).hasStatus(200).has("displayName", name + " 2");
        assertThat(http.members(group)).containsExactly(bert);

        Answer deleted = ping.deleteGroup(group).hasStatus(204);
        workspace
                .lastChangeOf(name + " 2")
                .isGroup("DELETE", name + " 2", group)
                .isBy(deleted);
    }
}
