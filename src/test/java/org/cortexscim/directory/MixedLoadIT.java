package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Clients that do all that identity providers do, side by side: every request is carried out, and the memory stays as it
 * was. For longer, and with more of them: {@code -Dcortexscim.load=PT1H -Dcortexscim.clients=64}.
 */
@ExtendWith(FreshWorkspace.class)
class MixedLoadIT {
    private static final Duration TIME = Duration.parse(System.getProperty("cortexscim.load", "PT3S"));
    /** In less time there may be no garbage collection that tells what is left. */
    private static final Duration TELLING = Duration.ofMinutes(10);

    private static final int CLIENTS = Integer.getInteger("cortexscim.clients", 8);
    private static final int USERS_EACH = 5;
    private static final int MEGABYTE = 1024 * 1024;
    /** How much the memory that is left after garbage collections may differ for other reasons than a leak. */
    private static final int UNSTEADY = 100;

    private final Service service = Service.underTest();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final ScimClient admin = Workspace.ofServiceUnderTest().http();
    private final Groups groups = Groups.of(http);
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final List<Long> heap = Collections.synchronizedList(new ArrayList<>());
    private List<String> teams = List.of();

    @Test
    void everyRequestIsCarriedOut(TestReporter report) {
        teams = Stream.generate(groups::idOfNew).limit(4).toList();
        long end = System.nanoTime() + TIME.toNanos();

        together(CLIENTS + 1, i -> i == CLIENTS ? watchHeap(end) : new Client(i).workUntil(end));
        teams.forEach(groups::delete);

        report.publishEntry(Map.of(
                "answers", counts.toString(),
                "slowest answer in ms", Long.toString(slowest.get() / 1_000_000),
                "least memory in MB, by tenths of the time", leastMemory().toString()));
        assertThat(counts.keySet()).allMatch(answer -> answer.matches("\\w+ 20\\d"));
        if (TIME.compareTo(TELLING) >= 0) {
            List<Long> least = leastMemory();
            assertThat(least.get(least.size() - 1)).isLessThanOrEqualTo(least.get(least.size() / 5) + UNSTEADY);
        }
    }

    private boolean watchHeap(long end) {
        OperationsPages pages = new OperationsPages(service);
        do {
            pages.get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("memory_usedHeap_bytes"))
                    .forEach(line ->
                            heap.add((long) Double.parseDouble(line.substring(line.lastIndexOf(' '))) / MEGABYTE));
            pause();
        } while (System.nanoTime() - end < 0);
        return true;
    }

    /** For each tenth of the time: what was in use right after a garbage collection, more or less. */
    private List<Long> leastMemory() {
        int size = Math.max(1, heap.size() / 10);
        return Stream.iterate(0, from -> from < heap.size(), from -> from + size)
                .map(from -> Collections.min(heap.subList(from, Math.min(heap.size(), from + size))))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Creates some people, changes and finds them, puts them into groups, and deletes them again. */
    private final class Client {
        private final Random random;

        Client(int seed) {
            random = new Random(seed);
        }

        boolean workUntil(long end) {
            while (System.nanoTime() - end < 0) {
                List<Person> people =
                        Stream.generate(Person::random).limit(USERS_EACH).toList();
                List<String> ids = people.stream().map(this::create).toList();
                for (int i = 0; i < 10 * USERS_EACH && System.nanoTime() - end < 0; i++) {
                    int which = random.nextInt(USERS_EACH);
                    change(people.get(which), ids.get(which));
                }
                ids.forEach(id -> counted("delete", () -> http.delete("/Users/" + id)));
            }
            return true;
        }

        private String create(Person person) {
            return counted("create", () -> http.post("/Users", person.document()))
                    .text("id");
        }

        private void change(Person person, String id) {
            String team = teams.get(random.nextInt(teams.size()));
            switch (random.nextInt(10)) {
                case 0 -> counted("get", () -> http.get("/Users/" + id));
                case 1 -> counted("find", () -> http.find(person.userName()));
                case 2 -> counted("list", () -> http.get("/Users?count=20&sortBy=userName"));
                case 3 -> counted("put", () -> http.put("/Users/" + id, person.document("\"active\":true")));
                case 4 -> counted("rename", () -> http.patchUser(id, """
                        {"op":"replace","value":{"name.familyName":"Family %d"}}""".formatted(random.nextInt(1000))));
                case 5 -> {
                    counted("deactivate", () -> http.patchUser(id, """
                            {"op":"replace","value":{"active":false}}"""));
                    counted("put", () -> http.put("/Users/" + id, person.document("\"active\":true")));
                }
                case 6 -> counted("join", () -> groups.add(team, id));
                case 7 -> counted("leave", () -> groups.remove(team, id));
                case 8 -> counted("push", () -> groups.rename(team, "Team " + team));
                default -> counted("audit", () -> admin.get("//api/v1/audit-logs?pageSize=10"));
            }
        }

        private Answer counted(String kind, Supplier<Answer> call) {
            long begin = System.nanoTime();
            Answer answer = call.get();
            slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            counts.computeIfAbsent(kind + " " + answer.status(), key -> new AtomicLong())
                    .incrementAndGet();
            return answer;
        }
    }
}
