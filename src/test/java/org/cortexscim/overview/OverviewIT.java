package org.cortexscim.overview;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overview, by REST and in the console, as it follows what an identity provider does. */
@ExtendWith(FreshWorkspace.class)
class OverviewIT {
    private static final int PATIENCE = 600;

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient scim = ScimClient.ofServiceUnderTest().with("X-Forwarded-For", "198.51.100.79");

    @Test
    void countsWhoGotAndLostAccess() {
        JsonObject before = today();
        String id = scim.idOfNew(Person.random());
        scim.post("/Users", Person.random().document("\"active\":false")).hasStatus(201);
        scim.patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"New\"}")
                .hasStatus(200);
        JsonObject provisioned = today();
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        scim.delete("/Users/" + id).hasStatus(204);
        scim.delete("/Users/" + scim.idOfNew(Person.random())).hasStatus(204);
        JsonObject after = today();

        assertThat(provisioned.getInt("provisioned") - before.getInt("provisioned"))
                .isEqualTo(1);
        assertThat(provisioned.getInt("deprovisioned")).isEqualTo(before.getInt("deprovisioned"));
        assertThat(after.getInt("provisioned") - before.getInt("provisioned")).isEqualTo(2);
        assertThat(after.getInt("deprovisioned") - before.getInt("deprovisioned"))
                .isEqualTo(2);
        assertThat(after.getInt("activeSeats")).isEqualTo(workspace.seatsUsed());
    }

    @Test
    void showsAFailure_untilARequestOfItsKindSucceeds() throws Exception {
        workspace.settings("{\"seatLimit\":%d}".formatted(workspace.seatsUsed()));
        scim.post("/Users", Person.random().document()).hasStatus(403);
        JsonObject failure = awaitFailure("SEATS_TAKEN", true);
        assertThat(failure.getString("action")).isEqualTo("USER_CREATE");
        assertThat(failure.getString("recommendedAction")).contains("seatLimit");
        assertThat(overview().text("state")).isEqualTo("FAILING");
        assertThat(new ConsoleClient()
                        .signedIn(Service.underTest().key())
                        .get("/console/overview")
                        .hasStatus(200)
                        .body())
                .contains("What fails", "All %d seats".formatted(workspace.seatsUsed()), "alert-danger");

        workspace.settings("{\"seatLimit\":null}");
        scim.post("/Users", Person.random().document()).hasStatus(201);
        awaitFailure("SEATS_TAKEN", false);
    }

    @Test
    void tellsWhyNothingHappens() {
        workspace.settings("{\"paused\":true}");
        assertThat(overview().text("state")).isEqualTo("PAUSED");
        workspace.settings("{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false}");
        assertThat(overview().text("state")).isEqualTo("NOT_IN_USE");
        assertThat(overview().text("sentence")).contains("SCIM is off");
    }

    @Test
    void isForThoseWhoConfigureScim() {
        String key = KeyDesk.ofServiceUnderTest().createWith("VIEWER").text("apiKey");
        workspace
                .http()
                .with("Authorization", "Bearer " + key)
                .get("//api/v1/scim/overview")
                .hasStatus(403);
        new ConsoleClient().signedIn(key).get("/console/overview").hasStatus(403);
    }

    private Answer overview() {
        return workspace.http().get("//api/v1/scim/overview").hasStatus(200);
    }

    private JsonObject today() {
        List<JsonObject> days = overview().objects("days");
        assertThat(days).hasSize(ProvisioningOverview.DAYS);
        return days.get(days.size() - 1);
    }

    private JsonObject awaitFailure(String reason, boolean there) throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            List<JsonObject> found = overview().objects("failures").stream()
                    .filter(failure -> failure.getString("reason").equals(reason))
                    .toList();
            if (found.isEmpty() != there) {
                return there ? found.get(0) : JsonObject.EMPTY_JSON_OBJECT;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("%s is %s among the failures.".formatted(reason, there ? "not" : "still"));
    }
}
