package org.cortexscim.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.PostgresSession;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
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
    private static final int EDITS = 2;

    private final Random random = new Random(CRASHES);
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** By id: the last acknowledged edit of each user whose creation was answered with 201. */
    private final Map<String, Integer> edits = new ConcurrentHashMap<>();

    /** The userNames whose creation got no answer. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
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
            for (int crash = 1; crash <= CRASHES; crash++) {
                workUntilKilled(server, LEAST + random.nextInt(LEAST));
                server.start();
                thenNothingIsLost(server.service());
            }
        }
    }

    private void workUntilKilled(LibertyProcess server, int changes) throws InterruptedException {
        acknowledged.set(0);
        List<Thread> callers = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> work(ScimClient.of(server.service()))))
                .toList();
        callers.forEach(Thread::start);
        while (acknowledged.get() < changes && callers.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(5);
        }
        server.kill();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(acknowledged).hasValueGreaterThanOrEqualTo(changes);
    }

    private void work(ScimClient http) {
        while (true) {
            Person person = Person.random();
            String id;
            try {
                id = http.idOfNew(person);
            } catch (UncheckedIOException broken) {
                unanswered.add(person.userName());
                return;
            }
            edits.put(id, 0);
            acknowledged.incrementAndGet();
            for (int edit = 1; edit <= EDITS; edit++) {
                try {
                    http.patchUser(
                                    id,
                                    "{\"op\":\"replace\",\"value\":{\"name.familyName\":\"%s\"}}"
                                            .formatted(familyName(id, edit)))
                            .hasStatus(200);
                } catch (UncheckedIOException broken) {
                    return;
                }
                edits.put(id, edit);
                acknowledged.incrementAndGet();
            }
        }
    }

    private static String familyName(String id, int edit) {
        return "%s edit %d".formatted(id, edit);
    }

    private void thenNothingIsLost(Service service) {
        ScimClient http = ScimClient.of(service);
        Map<String, JsonObject> stored = everyUser(http);
        assertThat(stored.keySet()).containsAll(edits.keySet());
        stored.forEach((id, user) -> {
            if (!edits.containsKey(id)) {
                assertThat(unanswered).contains(user.getString("userName"));
                edits.put(id, 0);
            }
        });
        Map<String, Integer> found = new HashMap<>();
        stored.forEach((id, user) -> found.put(id, editIn(user)));
        assertThat(found).allSatisfy((id, edit) -> assertThat(edit).isBetween(edits.get(id), EDITS));
        // What is half written is found by one thing and not by another.
        found.forEach((id, edit) -> {
            if (edit > 0) {
                http.get("/Users?filter="
                                + ScimClient.encoded("name.familyName eq \"%s\"".formatted(familyName(id, edit))))
                        .has("totalResults", 1)
                        .has("Resources/0/id", id);
            }
        });
        assertThat(entries(service, "CREATE")).containsOnlyKeys(stored.keySet());
        assertThat(entries(service, "CREATE").values()).containsOnly(1L);
        Map<String, Long> edited = entries(service, "UPDATE");
        assertThat(found)
                .allSatisfy(
                        (id, edit) -> assertThat(edited.getOrDefault(id, 0L)).isEqualTo(edit.longValue()));
        edits.putAll(found);
    }

    /** Which edit the user has, 0 for none. */
    private static int editIn(JsonObject user) {
        String name = user.getJsonObject("name").getString("familyName");
        return IntStream.rangeClosed(1, EDITS)
                .filter(edit -> name.equals(familyName(user.getString("id"), edit)))
                .findFirst()
                .orElse(0);
    }

    private static Map<String, JsonObject> everyUser(ScimClient http) {
        Map<String, JsonObject> users = new HashMap<>();
        int total = http.total();
        for (int startIndex = 1; startIndex <= total; startIndex += 100) {
            http.get("/Users?startIndex=%d&count=100".formatted(startIndex))
                    .objects("Resources")
                    .forEach(user -> users.put(user.getString("id"), user));
        }
        assertThat(users).hasSize(total);
        return users;
    }

    /** How many entries about users there are with this action, by the id of the user. */
    private static Map<String, Long> entries(Service service, String action) {
        Workspace workspace = Workspace.of(service);
        List<JsonObject> entries = new ArrayList<>();
        int pages = workspace.auditLog(0, 1000).number("totalPages");
        for (int page = 0; page < pages; page++) {
            entries.addAll(workspace.auditLog(page, 1000).objects("logs"));
        }
        return entries.stream()
                .filter(entry -> entry.getString("action").equals(action))
                .filter(entry -> entry.getString("objectType").equals("USER"))
                .collect(groupingBy(entry -> entry.getString("objectId"), counting()));
    }
}
