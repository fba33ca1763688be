package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.PostgresPair;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on a PostgreSQL that fails over to its standby, refuses changes, stops and freezes, and one of them is
 * killed, all under load: nothing that was acknowledged is lost or done twice, and everything recovers by itself. Longer
 * outages, in seconds: {@code -Dcortexscim.outage=20}.
 */
class FailoverIT {
    private static final int CALLERS = 4;
    private static final int CHANGES = 40;
    /** How long the database stops and freezes, in milliseconds. */
    private static final int A_WHILE = 1000 * Integer.getInteger("cortexscim.outage", 3);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void losesNothing_andRecovers(@TempDir Path data, @TempDir Path first, @TempDir Path second) throws Exception {
        try (PostgresPair postgres = new PostgresPair(data);
                LibertyProcess one = new LibertyProcess(first);
                LibertyProcess other = new LibertyProcess(second)) {
            LibertyProcess.startTogether(List.of(one.with(postgres.environment()), other.with(postgres.environment())));
            // A change of the settings on one of them holds on the other after a second.
            Workspace.of(one.service()).reset();
            Workspace.of(other.service()).reset();
            Workload workload = new Workload(List.of(one.service(), other.service()));
            workload.begin(CALLERS);
            workload.await(CHANGES);

            postgres.failOver();
            recovers("the failover", workload);

            long[] before = {outages(one), outages(other)};
            postgres.takeNoChanges();
            awaitOutage(one, before[0]);
            awaitOutage(other, before[1]);
            postgres.takeChanges();
            recovers("a primary that takes no changes", workload);

            postgres.stop();
            Thread.sleep(A_WHILE);
            postgres.startAgain();
            recovers("the stop", workload);

            postgres.freeze();
            Thread.sleep(A_WHILE);
            postgres.thaw();
            recovers("the frost", workload);

            other.kill();
            workload.await(CHANGES);
            other.start();
            workload.await(CHANGES);
            workload.end();

            workload.thenNothingIsLost(one.service());
            workload.thenNothingIsLost(other.service());
        }
    }

    /** How often the server has noticed that its database is away. */
    private static long outages(LibertyProcess server) {
        return server.log()
                .lines()
                .filter(line -> line.contains("The database does not answer"))
                .count();
    }

    private static void awaitOutage(LibertyProcess server, long before) throws InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (outages(server) == before) {
            assertThat(Instant.now()).as("the server notices").isBefore(latest);
            Thread.sleep(100);
        }
    }

    private static void recovers(String from, Workload workload) throws InterruptedException {
        Instant begin = Instant.now();
        workload.await(1);
        Duration silence = Duration.between(begin, Instant.now());
        System.getLogger(FailoverIT.class.getName())
                .log(System.Logger.Level.INFO, "The first change after {0} was acknowledged after {1}.", from, silence);
        workload.await(CHANGES);
    }
}
