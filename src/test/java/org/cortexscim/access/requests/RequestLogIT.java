package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "Why did Okta get a 403?" is answered in one look at /api/v1/scim/requests. */
@ExtendWith(FreshWorkspace.class)
class RequestLogIT {
    private final ScimClient scim = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String requestId = "log-" + UUID.randomUUID();

    @Test
    void tellsWhichSettingRefusedARequest() throws Exception {
        workspace.settings("{\"automaticProvisioning\": false}");

        JsonObject logged = logged(
                "status=403",
                () -> scim.with("X-Request-Id", requestId)
                        .post("/Users", Person.random().document())
                        .hasStatus(403));

        assertThat(logged.getString("method")).isEqualTo("POST");
        assertThat(logged.getString("path")).isEqualTo("/scim/v2/Users");
        assertThat(logged.getInt("status")).isEqualTo(403);
        assertThat(logged.getString("action")).isEqualTo("USER_CREATE");
        assertThat(logged.getString("reason")).isEqualTo("PROVISIONING_OFF");
        assertThat(logged.getString("detail")).contains("automatic provisioning");
        assertThat(logged.getString("recommendedAction")).contains("automaticProvisioning");
        assertThat(logged.getString("caller")).isEqualTo("akbootstrap");
        assertThat(logged.getString("address")).isNotBlank();
        assertThat(logged.getInt("durationMillis")).isBetween(0, 60_000);
        assertThat(Instant.parse(logged.getString("time")))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }

    @Test
    void showsRequestsOfNobody_butNothingThatTheySent() throws Exception {
        String secret = "cxs_" + UUID.randomUUID();

        JsonObject logged = logged(
                "status=401",
                () -> scim.with("X-Request-Id", requestId)
                        .with("Authorization", "Bearer " + secret)
                        .get("/Users/" + secret + "?filter=userName%20eq%20%22" + secret + "%22")
                        .hasStatus(401));

        assertThat(logged.toString()).doesNotContain(secret);
        assertThat(logged.getString("path")).isEqualTo("/scim/v2/Users/{id}");
        assertThat(logged.isNull("caller") || !logged.containsKey("caller")).isTrue();
    }

    @Test
    void showsWhatTheContainerRefuses_andTheAdministrationApi() throws Exception {
        JsonObject logged = logged(
                "status=404",
                () -> workspace
                        .http()
                        .with("X-Request-Id", requestId)
                        .get("//api/v1/nothing/here")
                        .hasStatus(404));

        assertThat(logged.getString("path")).isEqualTo("/api/v1/{id}/{id}");
    }

    @Test
    void selectsByCallerAndAddress() throws Exception {
        JsonObject logged = logged(
                "status=404",
                () -> scim.with("X-Request-Id", requestId).get("/Users/none").hasStatus(404));

        assertThat(requests("caller=akbootstrap&address=" + ScimClient.encoded(logged.getString("address"))))
                .extracting(found -> found.getString("requestId"))
                .contains(requestId);
        assertThat(requests("caller=aknobody")).isEmpty();
        assertThat(requests("address=192.0.2.1")).isEmpty();
    }

    @Test
    void refusesAStatusThatIsNoError() {
        workspace.http().get("//api/v1/scim/requests?status=200").hasStatus(400).has("type", "BAD_REQUEST");
        workspace.http().get("//api/v1/scim/requests?pageSize=0").hasStatus(400);
    }

    /**
     * Sends the request until the log shows it: while other tests' refusals use up the share that one address has in the
     * log, a request may leave nothing.
     */
    private JsonObject logged(String query, Runnable request) throws InterruptedException {
        Instant latest = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(latest)) {
            request.run();
            Thread.sleep(1500);
            for (JsonObject found : requests(query)) {
                if (found.getString("requestId").equals(requestId)) {
                    return found;
                }
            }
        }
        throw new AssertionError("The request was not logged within 90 seconds.");
    }

    private List<JsonObject> requests(String query) {
        return workspace
                .http()
                .get("//api/v1/scim/requests?" + query)
                .hasStatus(200)
                .objects("requests");
    }
}
