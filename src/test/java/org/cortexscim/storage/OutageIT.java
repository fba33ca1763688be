package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back: meanwhile requests are told to come again, and afterwards all is as before. */
class OutageIT {
    /** How a line begins about work that a timer does. */
    private static final String FAILED = "The server could not";

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void refusesRequests_untilTheDatabaseIsBack(@TempDir Path folder, @TempDir Path data) throws Exception {
        EmbeddedPostgres postgres = postgres(data, 0);
        int port = postgres.getPort();
        try (LibertyProcess server = new LibertyProcess(folder)) {
            for (Map.Entry<String, String> variable :
                    PostgresSession.environment(postgres, "postgres").entrySet()) {
                server.with(variable.getKey(), variable.getValue());
            }
            server.start();
            Workspace.of(server.service()).reset();
            ScimClient http = ScimClient.of(server.service());
            OperationsPages pages = new OperationsPages(server.service());
            String id = http.idOfNew(Person.random());

            postgres.close();

            refused(http.get("/Users/" + id));
            refused(http.post("/Users", Person.random().document()));
            refused(Workspace.of(server.service()).http().get("//api/v1/seats"));
            pages.get("/health/ready").hasStatus(503);
            pages.get("/health/live").hasStatus(200);

            postgres = postgres(data, port);
            while (http.get("/Users/" + id).status() != 200) {
                Thread.sleep(100);
            }
            http.idOfNew(Person.random());
            pages.get("/health/ready").hasStatus(200);
            assertThat(server.log())
                    .containsOnlyOnce("The database does not answer (")
                    .containsOnlyOnce("The database answers again.");
            assertThat(server.log().lines().filter(line -> line.contains(FAILED)))
                    .extracting(line -> line.substring(line.indexOf(FAILED)))
                    .doesNotHaveDuplicates();
        } finally {
            postgres.close();
        }
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static void refused(Answer answer) {
        assertThat(answer.hasStatus(429).header("Retry-After")).isPresent();
        assertThat(answer.body()).contains("The database does not answer");
    }
}
