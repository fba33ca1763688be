package org.cortexscim.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to stop under load leaves nobody in doubt: it carries out, or refuses what can be sent again. */
class StopIT {
    private static final int CALLERS = 4;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void finishesWhatItHasBegun_andRefusesTheRest(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.with("STOP_DELAY", "PT3S").start();
            Workspace.of(server.service()).reset();
            OperationsPages pages = new OperationsPages(server.service());
            Set<String> acknowledged = new HashSet<>();

            List<Outcome> seen = together(CALLERS + 1, caller -> {
                Outcome outcome = new Outcome();
                if (caller == CALLERS) {
                    outcome.stop(server, pages);
                } else {
                    outcome.createUntilGone(ScimClient.of(server.service()));
                }
                return outcome;
            });

            server.awaitEnd();
            assertThat(seen.get(CALLERS).whileLeaving)
                    .as("answers after the server said that it is not ready")
                    .contains(200);
            seen.forEach(each -> acknowledged.addAll(each.created));
            assertThat(acknowledged).isNotEmpty();
            assertThat(seen).flatExtracting(each -> each.refusals).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.hasStatus(429).header("Retry-After")).hasValue("1");
                assertThat(answer.body()).contains("This server is stopping");
            });
            assertThat(server.log()).contains("The server is stopping");

            server.start();
            ScimClient http = ScimClient.of(server.service());
            assertThat(acknowledged).allSatisfy(id -> http.get("/Users/" + id).hasStatus(200));
        }
    }

    /** What a caller has seen of the stop. */
    private static final class Outcome {
        private final Set<String> created = new HashSet<>();
        private final List<Answer> refusals = new ArrayList<>();
        private final List<Integer> whileLeaving = new ArrayList<>();

        private void stop(LibertyProcess server, OperationsPages pages) {
            pages.get("/health/ready").hasStatus(200);
            server.terminate();
            while (pages.get("/health/ready").status() == 200) {
                Thread.onSpinWait();
            }
            pages.get("/health/live").hasStatus(200);
            whileLeaving.add(
                    ScimClient.of(server.service()).get("/Users?count=1").status());
        }

        private void createUntilGone(ScimClient http) {
            try {
                while (true) {
                    Answer answer = http.post("/Users", Person.random().document());
                    if (answer.status() == 201) {
                        created.add(answer.text("id"));
                    } else {
                        refusals.add(answer);
                    }
                }
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }
}
