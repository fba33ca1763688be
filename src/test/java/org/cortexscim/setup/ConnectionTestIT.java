package org.cortexscim.setup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service tries itself out over HTTP, and leaves nothing behind. */
@ExtendWith(FreshWorkspace.class)
class ConnectionTestIT {
    private static final int PATIENCE = 600;

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();

    @Test
    void goesThroughAUsersLife_andLeavesNobody() throws Exception {
        int seats = workspace.seatsUsed();
        JsonObject today = today();

        Answer report = run(workspace.http());

        assertThat(steps(report))
                .containsExactly(
                        "GET /scim/v2/Users 200",
                        "POST /scim/v2/Users 201",
                        "GET ID 200",
                        "PUT ID 200",
                        "PATCH ID 200",
                        "PUT ID 200",
                        "DELETE ID 204",
                        "GET ID 404");
        assertThat(report.json().getBoolean("passed")).isTrue();
        assertThat(report.at("note")).hasValue("null");
        assertThat(workspace.seatsUsed()).isEqualTo(seats);
        scim.get("/Users?filter=" + ScimClient.encoded("userName ew \"@cortex-scim.invalid\""))
                .has("totalResults", 0);
        assertThat(today()).as("a test counts for nothing").isEqualTo(today);
        Answer logged = request(report.text("steps/1/requestId"));
        assertThat(logged.json().getBoolean("test")).isTrue();
        assertThat(logged.text("action")).isEqualTo("USER_CREATE");
        JsonObject entry = workspace
                .auditLogs("objectTypes=USER&actions=DELETE&pageSize=1")
                .hasStatus(200)
                .objects("logs")
                .get(0);
        assertThat(entry.getString("objectIdentifier")).endsWith("@cortex-scim.invalid");
        assertThat(entry.getJsonObject("details").getBoolean("test")).isTrue();
    }

    @Test
    void doesNotCreate_whatItCouldNotDelete() {
        workspace.settings("{\"automaticDeprovisioning\":false}");
        Answer report = run(workspace.http());
        assertThat(steps(report)).containsExactly("GET /scim/v2/Users 200");
        assertThat(report.text("note")).contains("takes both");

        workspace.settings("{\"automaticDeprovisioning\":true,\"paused\":true}");
        assertThat(run(workspace.http()).text("note")).contains("paused");
    }

    @Test
    void saysWhyAStepFails_andCleansUp() {
        workspace.settings("{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false}");
        Answer off = run(workspace.http());
        assertThat(steps(off)).containsExactly("GET /scim/v2/Users 403");
        assertThat(off.json().getBoolean("passed")).isFalse();
        assertThat(off.text("steps/0/problem")).contains("SCIM is off");

        workspace.reset();
        workspace.settings("{\"seatLimit\":%d}".formatted(workspace.seatsUsed()));
        Answer full = run(workspace.http());
        assertThat(steps(full)).containsExactly("GET /scim/v2/Users 200", "POST /scim/v2/Users 403");
        assertThat(full.text("steps/1/problem")).contains("seats of the workspace are taken");
    }

    @Test
    void takesThePermission_andNoPassButItsOwn() {
        String viewer = KeyDesk.ofServiceUnderTest().createWith("VIEWER").text("apiKey");
        workspace
                .http()
                .with("Authorization", "Bearer " + viewer)
                .post("//api/v1/scim/connection-test", "")
                .hasStatus(403);
        for (String pass : List.of("cortexscim-test-", "cortexscim-test-AAAA", "cortexscim-test-" + "A".repeat(200))) {
            scim.with("Authorization", "Bearer " + pass).get("/Users").isScimError(401);
        }
    }

    private static Answer run(ScimClient http) {
        return http.post("//api/v1/scim/connection-test", "").hasStatus(200);
    }

    private static List<String> steps(Answer report) {
        return report.objects("steps").stream()
                .map(step -> step.getString("request").replaceFirst("/scim/v2/Users/[0-9a-f-]{36}", "ID") + " "
                        + step.getInt("status"))
                .toList();
    }

    private JsonObject today() {
        List<JsonObject> days =
                workspace.http().get("//api/v1/scim/overview").hasStatus(200).objects("days");
        return days.get(days.size() - 1);
    }

    private Answer request(String id) throws InterruptedException {
        Answer answer = workspace.http().get("//api/v1/scim/requests/" + id);
        for (int i = 0; i < PATIENCE && answer.status() != 200; i++) {
            Thread.sleep(100);
            answer = workspace.http().get("//api/v1/scim/requests/" + id);
        }
        return answer.hasStatus(200);
    }
}
