package org.cortexscim.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that is made under load, as docs/operations.md says, has everything that was acknowledged before it; put in the
 * place of the database, it is the database.
 */
class BackupIT {
    private static final int CALLERS = 3;
    private static final int BEFORE = 40;
    /** The audit entries of all users fit on one page. */
    private static final int MOST = 900;

    /** The ids of the users whose creation was acknowledged. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private volatile boolean ended;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void restoresWhatWasAcknowledged(@TempDir Path folder, @TempDir Path backups) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.with("STOP_DELAY", "PT0S").start();
            Workspace.of(server.service()).reset();
            ScimClient http = ScimClient.of(server.service());
            String key = new KeyDesk(Workspace.of(server.service()).http())
                    .createWith("ADMIN")
                    .text("apiKey");

            Saved saved = together(CALLERS + 1, caller -> caller == CALLERS ? save(server, backups) : create(http))
                    .get(CALLERS);
            String later = http.idOfNew(Person.random());
            thenRefusesWhatCannotBe(server, folder);

            server.terminate();
            server.awaitEnd();
            assertThat(folder.resolve("derby/db.lck"))
                    .as("the lock of a database that was not shut down")
                    .doesNotExist();

            Files.move(folder.resolve("derby"), folder.resolve("derby.old"));
            run("cp", "-a", saved.backup.toString(), folder.resolve("derby").toString());
            server.start();

            assertThat(saved.before).allSatisfy(id -> http.get("/Users/" + id).hasStatus(200));
            assertThat(entries(server)).containsOnlyKeys(ids(http)).containsKeys(saved.before.toArray(String[]::new));
            assertThat(entries(server).values()).containsOnly(1L);
            http.get("/Users/" + later).hasStatus(404);
            http.with("Authorization", "Bearer " + key).idOfNew(Person.random());
        }
    }

    /** The backup, and the users who had been acknowledged when it began. */
    private record Saved(List<String> before, Path backup) {}

    private Saved create(ScimClient http) {
        while (!ended && acknowledged.size() < MOST) {
            acknowledged.add(http.idOfNew(Person.random()));
        }
        return new Saved(List.of(), Path.of(""));
    }

    private Saved save(LibertyProcess server, Path backups) {
        try {
            while (acknowledged.size() < BEFORE) {
                Thread.sleep(20);
            }
            List<String> before = List.copyOf(acknowledged);
            Path backup = Path.of(operate(0, server, backups.toString()));
            assertThat(acknowledged).as("changes are made meanwhile").hasSizeGreaterThan(before.size());
            assertThat(backup).hasParentRaw(backups).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rwx------");
            Path second = Path.of(operate(0, server, backups.toString()));
            try (Stream<Path> all = Files.list(backups)) {
                assertThat(all).containsExactlyInAnyOrder(backup, second);
            }
            return new Saved(before, backup);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        } finally {
            ended = true;
        }
    }

    private static void thenRefusesWhatCannotBe(LibertyProcess server, Path folder) throws Exception {
        assertThat(operate(1, server, "backups")).startsWith("'backups' is not an absolute path");
        assertThat(operate(1, server, folder.resolve("derby/log").toString()))
                .contains("is inside the database's own folder");
        assertThat(operate(1, server, folder.resolve("missing").toString())).contains("is not a folder; create it");
        assertThat(server.log())
                .as("the line about a dump for a refusal")
                .doesNotContain("is not an absolute path")
                .contains("The database was backed up to");
    }

    /** What the documented command prints. */
    private static String operate(int exitCode, LibertyProcess server, String folder)
            throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "deploy/jmx/Operate.java",
                        String.valueOf(server.pid()),
                        "backUpDatabase",
                        folder)
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertThat(command.waitFor()).as(output).isEqualTo(exitCode);
        return output;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static List<String> ids(ScimClient http) {
        return http.get("/Users?count=1000&attributes=id").objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
    }

    /** How many entries tell of the creation of each user. */
    private static Map<String, Long> entries(LibertyProcess server) {
        return Workspace.of(server.service()).auditLogs("actions=CREATE&pageSize=1000").objects("logs").stream()
                .filter(entry -> entry.getString("objectType").equals("USER"))
                .collect(groupingBy(entry -> entry.getString("objectId"), counting()));
    }
}
