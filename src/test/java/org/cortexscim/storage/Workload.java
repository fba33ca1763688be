package org.cortexscim.storage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;

/**
 * Callers that create users and edit them, each at any of the nodes, while servers and databases are killed; and what must
 * be true afterwards: each change that was acknowledged is there, with exactly one entry in the audit log, and none that
 * was refused is.
 */
final class Workload {
    private static final int EDITS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Service> nodes;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean ended;

    /** By id: the last acknowledged edit of each user whose creation was answered with 201. */
    private final Map<String, Integer> edits = new ConcurrentHashMap<>();

    /** The userNames whose creation got no answer, or one that says that nobody knows. */
    private final Set<String> uncertain = ConcurrentHashMap.newKeySet();

    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();

    Workload(List<Service> nodes) {
        this.nodes = new CopyOnWriteArrayList<>(nodes);
    }

    /** From now on requests go to this node too. */
    void alsoAt(Service node) {
        nodes.add(node);
    }

    void begin(int threads) {
        ended = false;
        callers.clear();
        IntStream.range(0, threads).forEach(i -> callers.add(new Thread(this::work)));
        callers.forEach(Thread::start);
    }

    /** Returns when so many more changes have been acknowledged. */
    void await(int changes) throws InterruptedException {
        int wanted = acknowledged.get() + changes;
        Instant latest = Instant.now().plus(PATIENCE);
        while (acknowledged.get() < wanted) {
            assertThat(unexpected).isEmpty();
            assertThat(Instant.now()).as("changes are acknowledged").isBefore(latest);
            Thread.sleep(5);
        }
    }

    void end() throws InterruptedException {
        ended = true;
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(unexpected).isEmpty();
    }

    private void work() {
        while (!ended) {
            Person person = Person.random();
            Optional<Answer> created = sent(201, http -> http.post("/Users", person.document()));
            if (created.isEmpty()) {
                uncertain.add(person.userName());
                continue;
            }
            if (created.get().status() == 201) {
                String id = created.get().text("id");
                edits.put(id, 0);
                acknowledged.incrementAndGet();
                edit(id);
            }
        }
    }

    private void edit(String id) {
        for (int edit = 1; edit <= EDITS && !ended; ) {
            String patch =
                    "{\"op\":\"replace\",\"value\":{\"name.familyName\":\"%s\"}}".formatted(familyName(id, edit));
            Optional<Answer> answer = sent(200, http -> http.patchUser(id, patch));
            if (answer.isEmpty()) {
                return;
            }
            if (answer.get().status() == 200) {
                edits.put(id, edit);
                acknowledged.incrementAndGet();
                edit++;
            }
        }
    }

    private interface Request {
        Answer send(ScimClient http);
    }

    /** The answer, when it tells whether the change was made: 429 says that it was not. */
    private Optional<Answer> sent(int success, Request request) {
        ScimClient http = ScimClient.of(nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())));
        try {
            Answer answer = request.send(http);
            if (answer.status() == success) {
                return Optional.of(answer);
            }
            pause();
            if (answer.status() == 429 && answer.header("Retry-After").isPresent()) {
                return Optional.of(answer);
            }
            if (answer.status() != 500 || !answer.body().contains("may have been applied or not")) {
                unexpected.add(answer.status() + " " + answer.body());
            }
            return Optional.empty();
        } catch (UncheckedIOException broken) {
            pause();
            return Optional.empty();
        }
    }

    /** A node that is gone refuses connections thousands of times a second. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String familyName(String id, int edit) {
        return "%s edit %d".formatted(id, edit);
    }

    void thenNothingIsLost(Service service) {
        ScimClient http = ScimClient.of(service);
        Map<String, JsonObject> stored = everyUser(http);
        assertThat(stored.keySet()).containsAll(edits.keySet());
        stored.forEach((id, user) -> {
            if (!edits.containsKey(id)) {
                assertThat(uncertain).contains(user.getString("userName"));
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
