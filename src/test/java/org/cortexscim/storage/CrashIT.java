package org.cortexscim.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of its work has promised nothing that it does not keep. More often, and on both
 * databases: {@code mvn verify -DskipUnitTests -Dit.test=CrashIT -Dcortexscim.crashes=40}.
 */
class CrashIT {
    private static final int CRASHES = Integer.getInteger("cortexscim.crashes", 1);
    private static final int THREADS = 4;
    private static final int LEAST = 100;

    private final Random random = new Random(CRASHES);

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void keepsEveryAcknowledgedChange_withItsAuditEntry(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            if (PostgresSession.isWanted()) {
                for (Map.Entry<String, String> variable :
                        PostgresSession.environmentOfNewDatabase("crash").entrySet()) {
                    server.with(variable.getKey(), variable.getValue());
                }
            }
            server.start();
            Workspace.of(server.service()).reset();
            Workload workload = new Workload(List.of(server.service()));
            for (int crash = 1; crash <= CRASHES; crash++) {
                workload.begin(THREADS);
                workload.await(LEAST + random.nextInt(LEAST));
                server.kill();
                workload.end();
                server.start();
                workload.thenNothingIsLost(server.service());
            }
        }
    }
}
