package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no room for changes they are refused, and reads go on. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DiskFullIT {
    private static final int CALLERS = 8;
    private static final int EACH = 50;

    private final Person person = Person.random();

    @Test
    void refusesChanges_whileTooLittleIsFree(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.start();
            Workspace.of(server.service()).reset();
            String id = ScimClient.of(server.service()).idOfNew(person);
            server.kill();

            server.with("DERBY_MIN_FREE_BYTES", Long.MAX_VALUE).start();

            thenOnlyReadsAreAnswered(server, id);
            assertThat(server.log()).containsOnlyOnce("The disk of the database is almost full (");
        }
    }

    /**
     * With a disk that is really full: {@code -Dcortexscim.smallDisk=FOLDER}, a folder on a file system of its own with some
     * 600 MB, such as {@code mount -t tmpfs -o size=600m tmpfs FOLDER}.
     */
    @Test
    @EnabledIfSystemProperty(named = "cortexscim.smallDisk", matches = ".+")
    void losesNothing_whenTheDiskIsFull() throws Exception {
        Path disk = Path.of(System.getProperty("cortexscim.smallDisk"));
        Path filler = disk.resolve("filler");
        try (LibertyProcess server = new LibertyProcess(Files.createTempDirectory(disk, "server"))) {
            server.start();
            Workspace.of(server.service()).reset();
            ScimClient http = ScimClient.of(server.service());
            String id = http.idOfNew(person);

            List<Set<String>> before = together(CALLERS + 1, caller -> caller == CALLERS ? fill(filler) : create(http));
            thenOnlyReadsAreAnswered(server, id);

            Files.delete(filler);
            Set<String> acknowledged = new HashSet<>(Set.of(id, http.idOfNew(Person.random())));
            before.forEach(acknowledged::addAll);
            assertThat(acknowledged)
                    .allSatisfy(each -> http.get("/Users/" + each).hasStatus(200));

            server.kill();
            server.start();
            assertThat(acknowledged)
                    .allSatisfy(each -> http.get("/Users/" + each).hasStatus(200));
        } finally {
            Files.deleteIfExists(filler);
        }
    }

    private void thenOnlyReadsAreAnswered(LibertyProcess server, String id) {
        ScimClient http = ScimClient.of(server.service());
        ScimClient admin = Workspace.of(server.service()).http();
        String document = http.get("/Users/" + id).hasStatus(200).body();
        http.find(person.userName()).has("Resources/0/id", id);
        http.get("/Groups").hasStatus(200);
        admin.get("//api/v1/users").hasStatus(200);
        admin.get("//api/v1/audit-logs").hasStatus(200);
        assertThat(new OperationsPages(server.service()).isReady()).isTrue();

        refused(http.post("/Users", Person.random().document()));
        refused(http.put("/Users/" + id, document));
        refused(http.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}"));
        refused(http.delete("/Users/" + id));
        refused(admin.put("//api/v1/scim/settings", "{\"automaticProvisioning\":false}"));
        assertThat(http.get("/Users/" + id).hasStatus(200).body()).isEqualTo(document);
    }

    private static void refused(Answer answer) {
        assertThat(answer.hasStatus(429).header("Retry-After")).isPresent();
        assertThat(answer.body()).contains("The disk of the database is full");
    }

    /** The ids of those whose creation was acknowledged. */
    private static Set<String> create(ScimClient http) {
        Set<String> ids = new HashSet<>();
        IntStream.range(0, EACH)
                .mapToObj(i -> http.post("/Users", Person.random().document()))
                .forEach(answer -> {
                    assertThat(answer.status()).isIn(201, 429);
                    if (answer.status() == 201) {
                        ids.add(answer.text("id"));
                    }
                });
        return ids;
    }

    private static Set<String> fill(Path filler) {
        byte[] block = new byte[1024 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return Set.of();
        }
    }
}
