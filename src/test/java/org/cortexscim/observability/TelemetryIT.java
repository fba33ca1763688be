package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.TraceSink;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With deploy/liberty/telemetry.xml, the server sends traces, and no personal data in them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TelemetryIT {
    private static final Path TELEMETRY = Path.of("deploy/liberty/telemetry.xml");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Person PERSON = Person.random();
    private static final String IN_A_PATH = "someone-in-a-path";
    private static final String IN_A_HEADER = "someone-in-a-header";

    @Test
    void sendsTracesWithoutPersonalData(@TempDir Path folder) throws Exception {
        try (TraceSink sink = new TraceSink();
                LibertyProcess server = new LibertyProcess(folder)) {
            server.with("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint())
                    .with("OTEL_BSP_SCHEDULE_DELAY", 200)
                    .with(TELEMETRY)
                    .start();
            work(server.service());
            await(sink, "the-last-request");

            assertThat(sink.text())
                    .contains("service.name", "cortex-scim")
                    .contains("POST /scim/v2/Users", "GET /scim/v2/Users", "http.route", "http.response.status_code")
                    .contains("the-create", "the-list", "the-refusal")
                    .contains("UserDirectory.create", "UserStore.insert", "AuditStore.insert")
                    .contains("UserDirectory.search", "SearchStore.")
                    .contains(TraceSink.id(TRACE));
            assertThat(sink.text())
                    .doesNotContain(PERSON.userName(), PERSON.familyName())
                    .doesNotContain(IN_A_PATH, IN_A_HEADER)
                    .doesNotContain(server.service().key(), "url.query", "url.path", "process.command");
        }
    }

    /** The server would then make the spans itself, and the application could not leave the filters out. */
    @Test
    void refusesToStartWithTracesOfTheServer(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.with("OTEL_SDK_DISABLED", false).with(TELEMETRY).startInVain("OTEL_SDK_DISABLED must not be set");
        }
    }

    private static void work(Service service) {
        Workspace.of(service).settings("""
                {"automaticProvisioning": true, "automaticDeprovisioning": true}""");
        ScimClient client = ScimClient.of(service).with("User-Agent", IN_A_HEADER);
        client.with("X-Request-Id", "the-create")
                .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .create(PERSON)
                .hasStatus(201);
        client.with("X-Request-Id", "the-conflict")
                .post("/Users", PERSON.document())
                .hasStatus(409);
        client.with("X-Request-Id", "the-list").find(PERSON.userName()).has("totalResults", 1);
        client.without("Authorization")
                .with("X-Request-Id", "the-refusal")
                .get("/Users/" + IN_A_PATH)
                .hasStatus(401);
        client.with("X-Request-Id", "the-last-request").get("/Users").hasStatus(200);
    }

    private static void await(TraceSink sink, String text) throws InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!sink.text().contains(text)) {
            assertThat(Instant.now())
                    .as("the traces that have arrived: %s", sink.text())
                    .isBefore(latest);
            Thread.sleep(200);
        }
    }
}
