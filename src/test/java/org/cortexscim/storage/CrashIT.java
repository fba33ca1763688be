package org.cortexscim.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of its work has promised nothing that it does not keep. */
class CrashIT {
    private static final int THREADS = 4;
    private static final int ENOUGH = 150;

    /** The ids of the users whose creation was answered with 201, and the userNames that got no answer. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void keepsEveryAcknowledgedUser_withItsAuditEntry(@TempDir Path folder) throws Exception {
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.start();
            Workspace.of(server.service()).reset();

            List<Thread> callers = IntStream.range(0, THREADS)
                    .mapToObj(i -> new Thread(() -> createUsers(server.service())))
                    .toList();
            callers.forEach(Thread::start);
            while (acknowledged.size() < ENOUGH && callers.stream().anyMatch(Thread::isAlive)) {
                Thread.sleep(5);
            }
            server.kill();
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);

            server.start();
            thenNothingIsLost(server.service());
        }
    }

    private void createUsers(Service service) {
        ScimClient http = ScimClient.of(service);
        while (true) {
            Person person = Person.random();
            try {
                acknowledged.put(http.idOfNew(person), person.userName());
            } catch (UncheckedIOException broken) {
                unanswered.add(person.userName());
                return;
            }
        }
    }

    private void thenNothingIsLost(Service service) {
        ScimClient http = ScimClient.of(service);
        Map<String, String> stored = everyUser(http);
        assertThat(stored).containsAllEntriesOf(acknowledged);
        assertThat(stored.values()).allMatch(name -> acknowledged.containsValue(name) || unanswered.contains(name));
        acknowledged.forEach((id, userName) -> http.find(userName).has("Resources/0/id", id));

        Map<String, Long> entries = everyCreation(Workspace.of(service)).stream()
                .collect(groupingBy(entry -> entry.getString("objectId"), counting()));
        assertThat(entries.keySet()).isEqualTo(stored.keySet());
        assertThat(entries.values()).containsOnly(1L);
        http.create(Person.random());
    }

    private static Map<String, String> everyUser(ScimClient http) {
        Map<String, String> users = new ConcurrentHashMap<>();
        int total = http.total();
        for (int startIndex = 1; startIndex <= total; startIndex += 100) {
            http.get("/Users?startIndex=%d&count=100".formatted(startIndex))
                    .objects("Resources")
                    .forEach(user -> users.put(user.getString("id"), user.getString("userName")));
        }
        assertThat(users).hasSize(total);
        return users;
    }

    private static List<JsonObject> everyCreation(Workspace workspace) {
        List<JsonObject> entries = new ArrayList<>();
        int pages = workspace.auditLog(0, 1000).number("totalPages");
        for (int page = 0; page < pages; page++) {
            entries.addAll(workspace.auditLog(page, 1000).objects("logs"));
        }
        return entries.stream()
                .filter(entry -> entry.getString("action").equals("CREATE"))
                .filter(entry -> entry.getString("objectType").equals("USER"))
                .toList();
    }
}
