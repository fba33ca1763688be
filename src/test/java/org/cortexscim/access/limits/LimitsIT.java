package org.cortexscim.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with small limits of its own: the one under test has none, for the other tests are fast. */
class LimitsIT {
    private static final int SCIM = 30;
    private static final int API = 20;
    private static final int FAILURES = 5;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void refusesWhoeverSendsTooMuch(@TempDir Path home) throws Exception {
        try (LibertyProcess server = new LibertyProcess(home)) {
            server.with("SCIM_REQUESTS_PER_MINUTE", SCIM)
                    .with("API_REQUESTS_PER_MINUTE", API)
                    .with("FAILED_SIGN_INS_PER_MINUTE", FAILURES)
                    .with("WLP_LOGGING_CONSOLE_FORMAT", "JSON")
                    .with("WLP_LOGGING_CONSOLE_SOURCE", "message,accessLog")
                    .start();
            ScimClient http = ScimClient.of(server.service());
            Workspace.of(server.service()).reset();

            logsWithoutValues(http, server);
            // This server has no token issuer (RFC 7644 §3.11).
            http.get("/Me").isScimError(501).saying("JWT_ISSUER");
            tooMuchScim(http);
            tooMuchOfTheApi(Workspace.of(server.service()).http());
            tooManyFailures(http);
        }
    }

    private static void logsWithoutValues(ScimClient http, LibertyProcess server) throws InterruptedException {
        String name = "secret-" + UUID.randomUUID();
        http.find(name + "@example.com");
        Answer refused = http.get("/Users/" + name).hasStatus(404);
        String id = refused.header("X-Request-Id").orElseThrow();

        // The access log is written after the answer.
        server.awaitOutput("\"ibm_responseHeader_x-request-id\":\"%s\"".formatted(id));
        assertThat(server.console()).contains("\"type\":\"liberty_accesslog\"");
        assertThat(server.log())
                .contains("Request %s, GET /scim/v2/Users/{id}, was answered with 404 NOT_FOUND.".formatted(id));
        assertThat(server.console() + server.log()).doesNotContain("userName", "%s@".formatted(name));
    }

    private static void tooMuchScim(ScimClient scim) {
        Answer refused = refusal(scim, "/Users?count=0", SCIM);

        refused.hasStatus(429)
                .hasSchema("urn:ietf:params:scim:api:messages:2.0:Error")
                .has("status", "429");
        assertThat(refused.header("Content-Type")).hasValue("application/scim+json");
        assertThat(retryAfter(refused)).isBetween(1, 60);
    }

    private static void tooMuchOfTheApi(ScimClient http) {
        Answer refused = refusal(http, "//api/v1/scim/settings", API);

        refused.hasStatus(429).has("title", "Too Many Requests").has("status", 429);
        assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.number("retryAfter")).isEqualTo(retryAfter(refused));
    }

    /** The first answer that is no success, which must not come before the limit and not long after it. */
    private static Answer refusal(ScimClient http, String path, int limit) {
        int allowed = 0;
        Answer answer = http.get(path);
        while (answer.status() == 200 && allowed <= 2 * limit) {
            allowed++;
            answer = http.get(path);
        }
        assertThat(allowed).isBetween(limit / 2, 2 * limit);
        return answer;
    }

    /** Whoever guesses keys has to wait; a key that was good lately still passes, although it comes from there too. */
    private static void tooManyFailures(ScimClient http) {
        for (int i = 0; i < FAILURES; i++) {
            guess(http).hasStatus(401);
        }
        Answer refused = guess(http).hasStatus(429);

        assertThat(retryAfter(refused)).isBetween(1, 60);
        http.without("Authorization").get("/Users").hasStatus(429);
        // 429 for its number of requests or 200: not 401, and not the refusal of the guesses.
        assertThat(http.get("/Users?count=0").at("detail").orElse("")).doesNotContain("no valid credential");
    }

    private static Answer guess(ScimClient http) {
        return http.with("Authorization", "Bearer guess-" + UUID.randomUUID()).get("/Users");
    }

    private static int retryAfter(Answer answer) {
        return Integer.parseInt(answer.header("Retry-After").orElseThrow());
    }
}
