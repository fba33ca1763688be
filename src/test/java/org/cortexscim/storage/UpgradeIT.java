package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade node by node, under load: while the next version brings the tables to its own version and works, the previous
 * one goes on, and can be started again. The next version is this one with one migration more; with
 * {@code -Dcortexscim.previous=cortex-scim.war} the previous one is that WAR, and the next version is this one.
 */
class UpgradeIT {
    private static final int CALLERS = 4;
    private static final int CHANGES = 60;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void losesNothing_whileBothVersionsWork(@TempDir Path first, @TempDir Path second) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                LibertyProcess previous = new LibertyProcess(first);
                LibertyProcess next = new LibertyProcess(second)) {
            previous.with(PostgresSession.environment(postgres, "postgres"));
            next.with(PostgresSession.environment(postgres, "postgres"));
            givenTwoVersions(previous, next);
            previous.start();
            int before = version(postgres);
            Workspace.of(previous.service()).reset();
            Workload workload = new Workload(List.of(previous.service()));
            workload.begin(CALLERS);

            next.start();

            assertThat(version(postgres)).isGreaterThan(before);
            workload.await(CHANGES);
            workload.alsoAt(next.service());
            workload.await(CHANGES);
            previous.kill();
            workload.await(CHANGES);
            previous.start();
            workload.await(CHANGES);
            workload.end();

            workload.thenNothingIsLost(previous.service());
            workload.thenNothingIsLost(next.service());
        }
    }

    private static void givenTwoVersions(LibertyProcess previous, LibertyProcess next) throws Exception {
        String war = System.getProperty("cortexscim.previous");
        if (war != null) {
            previous.withApplication(Path.of(war));
            return;
        }
        next.withMigration("V9000__next.sql", """
                alter table scim_user add column shoe_size integer;
                create table shoe (id varchar(36) not null primary key);
                """);
    }

    private static int version(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet latest = statement.executeQuery(
                        "select max(cast(version as integer)) from flyway_schema_history where success")) {
            latest.next();
            return latest.getInt(1);
        }
    }
}
