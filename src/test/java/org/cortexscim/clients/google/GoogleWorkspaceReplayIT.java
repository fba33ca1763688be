package org.cortexscim.clients.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Google Workspace, as far as it is known.
 *
 * <p>Settings: the defaults.
 */
@ExtendWith(FreshWorkspace.class)
class GoogleWorkspaceReplayIT {
    private final GoogleWorkspaceApp google = new GoogleWorkspaceApp();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @Test
    void answersTheProbe_thatCarriesAContentType() {
        google.create(person);

        Answer probe = google.probe().hasStatus(200).has("itemsPerPage", 1);

        assertThat(probe.header("Content-Type")).get().asString().startsWith("application/json");
    }

    @Test
    void createsAndUpdatesTheUser() {
        google.find(person.userName()).has("totalResults", 0);
        Answer created = google.create(person);
        String id = created.text("id");
        workspace
                .lastChangeOf(person.userName())
                .isUser("CREATE", "CREATED", person.userName(), id)
                .isBy(created);

        Answer updated = google.replace(id, new Person("New", person.familyName(), person.userName()))
                .hasStatus(200)
                .has("name/givenName", "New");
        workspace
                .lastChangeOf(person.userName())
                .isUser("UPDATE", "UPDATED", person.userName(), id)
                .isBy(updated)
                .changesOnly("name.givenName");
    }

    @Test
    void deprovisions_bySuspensionOrDeletion() {
        String id = google.create(person).text("id");

        google.suspend(id).hasStatus(200).has("active", false);
        workspace.lastChangeOf(person.userName()).isUser("UPDATE", "DEACTIVATED", person.userName(), id);

        google.delete(id).hasStatus(204);
        ScimClient.ofServiceUnderTest().user(id).isScimError(404);
        workspace.lastChangeOf(person.userName()).isUser("DELETE", "DELETED", person.userName(), id);
    }
}
