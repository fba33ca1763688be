package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Why did Okta get 403 yesterday at nine?" is answered in one look at /api/v1/scim/requests. */
@ExtendWith(FreshWorkspace.class)
class RequestLogIT {
    private static final String REQUESTS = "//api/v1/scim/requests";

    private final String requestId = "log-" + UUID.randomUUID();
    private final ScimClient scim = ScimClient.ofServiceUnderTest().with("X-Request-Id", requestId);
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @Test
    void tellsWhichSettingRefusedARequest() throws Exception {
        workspace.settings("{\"automaticProvisioning\": false}");

        JsonObject logged =
                logged(() -> scim.post("/Users", Person.random().document()).hasStatus(403));

        assertThat(logged.getString("method")).isEqualTo("POST");
        assertThat(logged.getString("path")).isEqualTo("/scim/v2/Users");
        assertThat(logged.getInt("status")).isEqualTo(403);
        assertThat(logged.getString("action")).isEqualTo("USER_CREATE");
        assertThat(logged.getString("reason")).isEqualTo("PROVISIONING_OFF");
        assertThat(logged.getString("detail")).contains("automatic provisioning");
        assertThat(logged.getString("recommendedAction")).contains("automaticProvisioning");
        assertThat(logged.getString("caller")).isEqualTo("akbootstrap");
        assertThat(logged.getString("address")).isNotBlank();
        assertThat(logged.isNull("resourceId")).isTrue();
        assertThat(logged.isNull("keyPrefix")).isTrue();
        assertThat(logged.getInt("durationMillis")).isNotNegative();
        assertThat(Instant.parse(logged.getString("time")))
                .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    }

    @Test
    void showsWhatSucceeded_andWhomItWasAbout() throws Exception {
        Person person = Person.random();
        String id = scim.idOfNew(person);
        scim.user(id).hasStatus(200);
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        scim.delete("/Users/" + id).hasStatus(204);

        List<JsonObject> about = about(id, 4);

        assertThat(about)
                .extracting(request -> request.getString("action"))
                .containsExactly("USER_DELETE", "USER_PATCH", "USER_READ", "USER_CREATE");
        assertThat(about).extracting(request -> request.getInt("status")).containsExactly(204, 200, 200, 201);
        assertThat(about).allSatisfy(request -> {
            assertThat(request.getString("requestId")).isEqualTo(requestId);
            assertThat(request.getString("caller")).isEqualTo("akbootstrap");
            assertThat(Stream.of("reason", "detail", "recommendedAction", "keyPrefix"))
                    .allMatch(request::isNull);
        });
        assertThat(about.toString()).doesNotContain(person.userName());
    }

    @Test
    void showsGroups() throws Exception {
        String id = scim.post("/Groups", "{\"displayName\": \"log-%s\"}".formatted(UUID.randomUUID()))
                .hasStatus(201)
                .text("id");

        assertThat(about(id, 1))
                .extracting(request -> request.getString("action"))
                .containsExactly("GROUP_CREATE");
    }

    @Test
    void showsRequestsOfNobody_butNothingThatTheySent() throws Exception {
        String secret = "cxs_" + UUID.randomUUID();

        JsonObject logged = logged(() -> scim.with("Authorization", "Bearer " + secret)
                .get("/Users/" + secret + "?filter=userName%20eq%20%22" + secret + "%22")
                .hasStatus(401));

        assertThat(logged.toString()).doesNotContain(secret, secret.substring(9));
        assertThat(logged.getString("keyPrefix")).isEqualTo(secret.substring(0, 8));
        assertThat(logged.getString("path")).isEqualTo("/scim/v2/Users/{id}");
        assertThat(logged.isNull("resourceId")).isTrue();
        assertThat(logged.isNull("caller")).isTrue();
    }

    @Test
    void showsNothingOfAPassword() throws Exception {
        String password = "correct-horse-" + UUID.randomUUID();
        String pair = Base64.getEncoder().encodeToString(("okta:" + password).getBytes(StandardCharsets.UTF_8));

        JsonObject logged = logged(() -> scim.with("Authorization", "Basic " + pair)
                .get("/Users/" + password)
                .hasStatus(401));

        assertThat(logged.isNull("keyPrefix")).isTrue();
        assertThat(logged.toString()).doesNotContain("correct", "horse", pair);
    }

    /** PostgreSQL takes no NUL; the requests that are written with this one must not be lost for it. */
    @Test
    void showsARequestWhoseErrorRepeatsAStrangeCharacter() throws Exception {
        JsonObject logged =
                logged(() -> scim.get("/Users?filter=userName%20eq%20%00").hasStatus(400));

        assertThat(logged.getString("action")).isEqualTo("USER_SEARCH");
    }

    @Test
    void showsWhatTheContainerRefuses_andTheAdministrationApi() throws Exception {
        JsonObject logged = logged(() -> workspace
                .http()
                .with("X-Request-Id", requestId)
                .get("//api/v1/nothing/here")
                .hasStatus(404));

        assertThat(logged.getString("path")).isEqualTo("/api/v1/{id}/{id}");
    }

    /** The log is about provisioning; what admins change is in the audit log. */
    @Test
    void doesNotShowWhatSucceedsInTheAdministrationApi() throws Exception {
        String other = "log-" + UUID.randomUUID();
        workspace.http().with("X-Request-Id", other).get("//api/v1/seats").hasStatus(200);
        String id = scim.idOfNew(Person.random());
        about(id, 1);

        get(other).hasStatus(404);
    }

    @Test
    void selectsByEverythingAtOnce() throws Exception {
        String id = ScimClient.ofServiceUnderTest().idOfNew(Person.random());
        about(id, 1);
        JsonObject refused = logged(() -> scim.patchUser(id, "{\"op\":\"replace\",\"path\":\"none\",\"value\":1}")
                .hasStatus(400));
        String time = refused.getString("time");
        String all = "caller=akbootstrap&address=%s&resourceId=%s"
                .formatted(ScimClient.encoded(refused.getString("address")), id);

        assertThat(statuses(all)).containsOnly(400, 201);
        assertThat(statuses(all + "&status=400")).containsOnly(400);
        assertThat(statuses(all + "&status=4xx")).containsOnly(400);
        assertThat(statuses(all + "&status=2xx")).containsExactly(201);
        assertThat(statuses(all + "&status=5xx")).isEmpty();
        assertThat(statuses(all + "&startTime=" + time)).containsOnly(400);
        assertThat(statuses(all + "&endTime=" + time)).contains(201);
        assertThat(statuses(all + "&startTime=%s&endTime=%s".formatted(time, time)))
                .isEmpty();
        assertThat(statuses(all + "&startTime=2020-01-01&endTime=2020-01-02")).isEmpty();
        assertThat(statuses("caller=aknobody&resourceId=" + id)).isEmpty();
        assertThat(statuses("address=192.0.2.1&resourceId=" + id)).isEmpty();
    }

    @Test
    void pagesTheNewestFirst() throws Exception {
        String id = scim.idOfNew(Person.random());
        scim.user(id).hasStatus(200);
        about(id, 2);

        Answer second = list("resourceId=%s&page=1&pageSize=1".formatted(id));

        second.has("total", 2).has("totalPages", 2).has("page", 1).has("requests/0/action", "USER_CREATE");
    }

    @Test
    void showsOne_theNewestOfThoseWithTheSameId() throws Exception {
        String id = scim.idOfNew(Person.random());
        scim.user(id).hasStatus(200);
        about(id, 2);

        get(requestId).hasStatus(200).has("requestId", requestId).has("action", "USER_READ");
    }

    @Test
    void saysWhenARequestCanBeSeen() {
        Answer answer = get("log-" + UUID.randomUUID());

        answer.isCortexError(404, "NOT_FOUND");
        assertThat(answer.text("message")).contains("two seconds", "30 days", "100000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=99",
                "status=4x",
                "status=ok",
                "startTime=yesterday",
                "endTime=2026-13-01",
                "startTime=2026-11-02&endTime=2026-11-01",
                "pageSize=0",
                "page=-1"
            })
    void refusesAValueThatCannotBe(String query) {
        Answer answer = workspace.http().get(REQUESTS + "?" + query);

        answer.hasStatus(400).has("type", "BAD_REQUEST");
        String name = query.contains("&") ? "endTime" : query.substring(0, query.indexOf('='));
        assertThat(answer.text("message")).contains("'" + name + "'");
    }

    @Test
    void refusesAParameterThatIsUnknown() {
        Answer answer = workspace.http().get(REQUESTS + "?stauts=403");

        answer.hasStatus(400).has("type", "BAD_REQUEST");
        assertThat(answer.text("message")).contains("'stauts'", "status, caller, address, resourceId, startTime");
    }

    /**
     * Sends a request that fails until the log shows it: while other tests' refusals use up the share that one address has
     * in the log, a request may leave nothing.
     */
    private JsonObject logged(Runnable request) throws InterruptedException {
        Instant latest = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(latest)) {
            request.run();
            Optional<JsonObject> found = shown();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("The request was not logged within 90 seconds.");
    }

    private Optional<JsonObject> shown() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            Thread.sleep(500);
            Answer answer = get(requestId);
            if (answer.status() == 200) {
                return Optional.of(answer.json());
            }
        }
        return Optional.empty();
    }

    /** The requests about a user or group, the newest first, when the log has so many. */
    private List<JsonObject> about(String id, int count) throws InterruptedException {
        Instant latest = Instant.now().plusSeconds(90);
        List<JsonObject> found = List.of();
        while (found.size() < count && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
            found = list("resourceId=" + id).objects("requests");
        }
        assertThat(found).hasSize(count);
        return found;
    }

    private List<Integer> statuses(String query) {
        return list(query).objects("requests").stream()
                .map(request -> request.getInt("status"))
                .toList();
    }

    private Answer list(String query) {
        return workspace.http().get(REQUESTS + "?" + query).hasStatus(200);
    }

    private Answer get(String id) {
        return workspace.http().get(REQUESTS + "/" + id);
    }
}
