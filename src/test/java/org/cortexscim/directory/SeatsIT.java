package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every active user takes a seat, and there are no more users than seats. */
@ExtendWith(FreshWorkspace.class)
class SeatsIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person person = Person.random();

    @Test
    void countsActiveUsers() {
        int used = workspace.seatsUsed();

        String id = http.idOfNew(person);
        assertThat(workspace.seatsUsed()).isEqualTo(used + 1);

        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        assertThat(workspace.seatsUsed()).isEqualTo(used);

        http.put("/Users/" + id, person.document("\"active\":true")).hasStatus(200);
        assertThat(workspace.seatsUsed()).isEqualTo(used + 1);

        http.delete("/Users/" + id).hasStatus(204);
        assertThat(workspace.seatsUsed()).isEqualTo(used);
    }

    @Test
    void tellsTheLimit() {
        workspace.seats().has("limit", "null");

        workspace.settings("{\"seatLimit\":12345}");

        workspace.seats().has("limit", 12345);
    }

    @Test
    void refusesOneUserMore() {
        givenNoSeatIsFree();

        http.post("/Users", person.document()).isScimError(403).saying("seat");

        http.find(person.userName()).has("totalResults", 0);
        assertThat(workspace.audit(person.userName())).isEmpty();
    }

    @Test
    void refusesAReactivation() {
        String id = http.idOfInactive(person);
        givenNoSeatIsFree();

        http.put("/Users/" + id, person.document("\"active\":true"))
                .isScimError(403)
                .saying("seat");

        http.user(id).has("active", false);
    }

    @Test
    void needsNoSeatForAnInactiveUser_orAChangeOfNames() {
        String id = http.idOfNew(person);
        givenNoSeatIsFree();

        http.post("/Users", Person.random().document("\"active\":false"))
                .hasStatus(201)
                .has("active", false);
        http.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200);
    }

    @Test
    void givesTheSeatOfADeactivatedUserToAnother() {
        String id = http.idOfNew(Person.random());
        givenNoSeatIsFree();

        http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        http.create(person);
        http.post("/Users", Person.random().document()).isScimError(403);
    }

    @Test
    void letsEverybodyStay_whenTheLimitSinksBelowTheirNumber() {
        String id = http.idOfNew(person);
        workspace.settings("{\"seatLimit\":0}");

        http.user(id).has("active", true);
        http.put("/Users/" + id, person.document()).hasStatus(200).has("active", true);
        http.post("/Users", Person.random().document()).isScimError(403);
    }

    private void givenNoSeatIsFree() {
        workspace.settings("{\"seatLimit\":%d}".formatted(workspace.seatsUsed()));
    }
}
