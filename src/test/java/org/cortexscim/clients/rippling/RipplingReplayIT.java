package org.cortexscim.clients.rippling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rippling, as far as it is known.
 *
 * <p>Settings: {@code reactivationByPatch}, since nothing tells that somebody who is hired again comes by PUT.
 */
@ExtendWith(FreshWorkspace.class)
class RipplingReplayIT {
    private final RipplingApp rippling = new RipplingApp();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @BeforeEach
    void givenRipplingsSettings() {
        workspace.settings("{\"reactivationByPatch\":true}");
    }

    @Test
    void testsTheConnection() {
        rippling.testConnection().hasStatus(200).has("patch/supported", true).has("filter/supported", true);
    }

    @Test
    void createsTheUserOnce_whenThePostIsRepeated() {
        Answer created = rippling.create(person).hasStatus(201);

        rippling.create(person).isScimError(409, "uniqueness");

        http.find(person.userName()).has("totalResults", 1).has("Resources/0/externalId", "rippling-1");
        assertThat(workspace.audit(person.userName())).hasSize(1);
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), created.text("id"))
                .isBy(created);
    }

    @Test
    void readsPagesThatFollowEachOther() {
        // Pages of a size that no other test reads in: a walk that was left would be taken up again.
        for (int i = 0; i < 14; i++) {
            rippling.create(Person.random());
        }

        assertThat(ids(rippling.users(1, 7))).hasSize(7).doesNotContainAnyElementsOf(ids(rippling.users(8, 7)));
    }

    private static List<String> ids(Answer page) {
        return page.objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }

    @Test
    void endsAndRenewsAnEmployment() {
        String id = rippling.create(person).text("id");

        rippling.update(id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                .hasStatus(200)
                .has("active", false);
        workspace.lastChangeOf(person.userName()).isUser("UPDATE", "DEACTIVATED", person.userName(), id);

        rippling.update(id, "{\"op\":\"replace\",\"value\":{\"active\":true,\"name\":{\"familyName\":\"Married\"}}}")
                .hasStatus(200)
                .has("active", true)
                .has("name/familyName", "Married");
        workspace.lastChangeOf(person.userName()).isUser("UPDATE", "REACTIVATED", person.userName(), id);
    }

    @Test
    void editsGroupsByPatch() {
        String name = "Rippling " + UUID.randomUUID();
        String id = rippling.create(person).text("id");
        String group = rippling.createGroup(name).text("id");

        rippling.editGroup(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(id))
                .hasStatus(204);
        workspace.lastChangeOf(name).isGroup("UPDATE", name, group).adds(id);
        rippling.editGroup(group, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(id))
                .hasStatus(204);
        workspace.lastChangeOf(name).isGroup("UPDATE", name, group).removes(id);
        assertThat(http.members(group)).isEmpty();

        Answer deleted = rippling.deleteGroup(group).hasStatus(204);
        workspace.lastChangeOf(name).isGroup("DELETE", name, group).isBy(deleted);
    }
}
